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
    process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  return new Promise((done) => {
    server.on('error', () => done(1));
    server.on('exit', (code) => done(code ?? 1));
  });
}
