import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setup } from '../setup.mjs';
import { nodeBinary, outDir, toolEnv } from './paths.mjs';
import { toStandardError } from './say.mjs';

/**
 * Runs the server until it ends. Signals are its own business: it is told of each, finishes what runs and ends; if
 * this process dies without a word, it ends too.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function serve(args) {
  await toStandardError(() => setup({ need: 'server' }));
  const server = spawn(nodeBinary, [join(outDir, 'main', 'serve.js'), ...args], {
    env: toolEnv(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    // Setting up ended this process on a signal; from here on the server decides when it is through.
    process.removeAllListeners(signal);
    process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  if (process.env.npm_lifecycle_event) endWithParent(() => server.kill('SIGTERM'));
  return new Promise((done) => {
    server.on('error', () => done(1));
    server.on('exit', (code) => done(code ?? 1));
  });
}

/** How soon a parent that has gone is noticed. */
const LOOK_MS = 200;

/**
 * npm passes a signal on to its shell only, and some shells die of it without a word to us.
 * @param {() => void} end
 */
function endWithParent(end) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    end();
  }, LOOK_MS);
  looking.unref();
}
