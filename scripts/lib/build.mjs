import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logDir, nodeBinary, outDir, packageBin, readIfThere, root, shortPath, toolEnv } from './paths.mjs';
import { quiet } from './run.mjs';
import { Failure, progress } from './say.mjs';

/** Whatever the built app is made of. */
const SOURCES = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** Written last, with the hash of the sources. */
const stamp = join(outDir, '.built');

/** Builds the app into out/ when its sources have changed since. */
export async function buildApp() {
  const wanted = sourcesHash();
  if (readIfThere(stamp) === wanted && existsSync(join(outDir, 'main', 'index.js'))) return;
  if (!existsSync(join(root, 'src', 'main', 'index.ts'))) {
    throw new Failure('src/main/index.ts is missing: this copy of the project is not whole.');
  }
  forgetBuild();
  const step = progress('Building the app');
  const log = join(logDir, 'build.log');
  const code = await quiet(nodeBinary, [packageBin('electron-vite'), 'build'], { log, env: toolEnv() });
  step.end(code === 0 ? undefined : 'failed');
  if (code !== 0) throw new Failure(`The app could not be built; see the end of ${shortPath(log)}.`);
  writeFileSync(stamp, wanted);
}

/** Makes the next command build anew: the dev server writes its own kind of build over the last one. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Contents, not times: a checkout or a formatter touches files without changing them. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const name of SOURCES) addTo(hash, name);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} name relative to the project
 */
function addTo(hash, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    hash.update(name).update('\0').update(readFileSync(path)).update('\0');
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    addTo(hash, `${name}/${entry.name}`);
}
