import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<() => void>} */
const cleanups = new Set();
let listening = false;
let interrupted = false;

/**
 * Runs something when this process ends, also when it is interrupted.
 * @param {() => void} cleanup synchronous
 * @returns {() => void} runs it now instead
 */
export function atExit(cleanup) {
  listen();
  const once = () => {
    if (cleanups.delete(once)) cleanup();
  };
  cleanups.add(once);
  return once;
}

/** An interrupted command passes the signal on, gives its children some seconds to close, then tidies up. */
function listen() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const cleanup of [...cleanups]) cleanup();
  });
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => {
      interrupted = true;
      for (const child of running) child.kill(signal);
      const end = Date.now() + 5000;
      const wait = setInterval(() => {
        if (running.size > 0 && Date.now() < end) return;
        clearInterval(wait);
        for (const child of running) child.kill('SIGKILL');
        process.exit(code);
      }, 50);
    });
  }
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [shell] only for Windows' .cmd commands
 */

/**
 * Runs a command whose output the reader should see. Never throws.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was killed
 */
export function show(file, args, options = {}) {
  return ended(spawn(file, args, { cwd: root, ...options, stdio: 'inherit' }));
}

/**
 * Runs a command whose output belongs in a log. Never throws.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions & { log: string, onChild?: (child: import('node:child_process').ChildProcess) => void }} options
 * @returns {Promise<number>} its exit code
 */
export async function quiet(file, args, { log, onChild, ...options }) {
  mkdirSync(dirname(log), { recursive: true });
  const fd = openSync(log, 'a');
  try {
    writeSync(fd, `\n$ ${[file, ...args].join(' ')}\n`);
    const child = spawn(file, args, { cwd: root, ...options, stdio: ['ignore', fd, fd] });
    child.on('error', (error) => writeSync(fd, `${error.message}\n`));
    onChild?.(child);
    return await ended(child);
  } finally {
    closeSync(fd);
  }
}

/**
 * Runs a short command and returns what it wrote to its standard output. Never throws.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export async function read(file, args, options = {}) {
  const child = spawn(file, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  return { code: await ended(child), text };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function ended(child) {
  listen();
  running.add(child);
  return new Promise((done) => {
    const finish = (/** @type {number} */ code) => {
      running.delete(child);
      // Nobody goes on after an interrupt, or would take the killed child's code for a result.
      if (!interrupted) done(code);
    };
    child.on('error', () => finish(1));
    child.on('close', (code) => finish(code ?? 1));
  });
}
