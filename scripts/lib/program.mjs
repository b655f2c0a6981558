import { join } from 'node:path';
import { setup } from '../setup.mjs';
import { nodeBinary, outDir, toolEnv } from './paths.mjs';
import { show } from './run.mjs';
import { toStandardError } from './say.mjs';

/**
 * Runs a program that is built beside the server, with this command's arguments, from where it was called.
 * @param {string} name of its file in out/main
 * @returns {Promise<number>} its exit code
 */
export async function program(name) {
  await toStandardError(() => setup({ need: 'server' }));
  const path = join(outDir, 'main', `${name}.js`);
  return show(nodeBinary, [path, ...process.argv.slice(2)], { env: toolEnv(), cwd: process.cwd() });
}
