import { spawn } from 'node:child_process';
import { isLinux } from './paths.mjs';
import { atExit } from './run.mjs';
import { Failure } from './say.mjs';
import { hasDisplay } from './system-packages.mjs';

/** Whether windows have to open on a screen that nobody sees. */
export const needsVirtualDisplay = isLinux && !hasDisplay;

/** Larger than every window the pictures are taken of. */
const SCREEN = '2560x2000x24';
const START_MS = 15_000;

/**
 * Starts a virtual screen where there is no real one. It ends with this process, or when told to.
 * @returns {Promise<{ env: Record<string, string>, end: () => void }>} what programs must have in their environment
 */
export async function openDisplay() {
  if (!needsVirtualDisplay) return { env: {}, end() {} };
  // Not in our process group: an interrupt from the keyboard must reach the app before its screen goes.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  xvfb.unref();
  const end = atExit(() => {
    xvfb.kill();
  });
  const number = await displayNumber(xvfb);
  if (!number) {
    end();
    throw new Failure('The virtual screen (Xvfb) did not start.');
  }
  return { env: { DISPLAY: `:${number}` }, end };
}

/**
 * An X server chooses a free number itself and writes it, to its fourth file, when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string | undefined>} undefined: it did not start
 */
export function displayNumber(server) {
  return new Promise((done) => {
    const pipe = /** @type {import('node:net').Socket} */ (server.stdio[3]);
    const timer = setTimeout(() => done(undefined), START_MS);
    let text = '';
    const finish = (/** @type {string | undefined} */ number) => {
      clearTimeout(timer);
      pipe.unref();
      done(number);
    };
    pipe.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.endsWith('\n')) finish(text.trim());
    });
    server.on('error', () => finish(undefined));
    server.on('exit', () => finish(undefined));
  });
}
