import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheDir, isWindows, logDir, shortPath } from './paths.mjs';
import { quiet } from './run.mjs';
import { Failure, progress } from './say.mjs';
import { temporaryFolder } from './temporary.mjs';

/**
 * How to start npm: with the very npm that runs us where one does, on the Node that npm itself runs on.
 * @returns {{ file: string, args: string[], shell: boolean }}
 */
export function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && basename(cli) === 'npm-cli.js' && existsSync(cli)) {
    return { file: node && existsSync(node) ? node : process.execPath, args: [cli], shell: false };
  }
  return { file: isWindows ? 'npm.cmd' : 'npm', args: [], shell: isWindows };
}

/**
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} integrity of its archive, as the registry states it: a hash we check ourselves
 * @property {number} bytes of its archive, for the progress
 */

/**
 * Fetches a package's archive without installing it, and checks that it is the one we know. An archive that is
 * already in the cache's `downloads` folder is used instead, so that a machine may be prepared without network.
 * @param {LockedPackage} wanted
 * @returns {Promise<string>} the path of the checked .tgz in `downloads`
 */
export async function fetchArchive(wanted) {
  const folder = join(cacheDir, 'downloads');
  const file = join(folder, `${wanted.name.replace('@', '').replace('/', '-')}-${wanted.version}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(file) && (await integrityOf(file)) === wanted.integrity) return file;
  rmSync(file, { force: true });

  const label = `Fetching ${wanted.name} ${wanted.version} from the package registry`;
  const step = progress(wanted.bytes > 1e6 ? `${label} (${megabytes(wanted.bytes)} MB)` : label);
  // A cache of its own for the time of the download: its growth is the progress, and nothing stays twice.
  const cache = temporaryFolder(`fetching-${basename(wanted.name)}-`);
  const timer = setInterval(() => step.at(`${percent(folderSize(cache), wanted.bytes)} %`), 500);
  const log = join(logDir, 'fetch.log');
  const npm = npmCommand();
  const code = await quiet(
    npm.file,
    [
      ...npm.args,
      'pack',
      `${wanted.name}@${wanted.version}`,
      `--pack-destination=${folder}`,
      `--cache=${cache}`,
    ],
    { log, shell: npm.shell, cwd: folder },
  );
  clearInterval(timer);
  rmSync(cache, { recursive: true, force: true });
  step.end(code === 0 ? undefined : 'failed');
  if (code !== 0 || !existsSync(file)) {
    throw new Failure(
      `${wanted.name} could not be fetched from the package registry; see ${shortPath(log)}.`,
    );
  }
  if ((await integrityOf(file)) !== wanted.integrity) {
    rmSync(file, { force: true });
    throw new Failure(`The archive of ${wanted.name} is not the one this project knows (its hash differs).`);
  }
  return file;
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(file)) hash.update(part);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * The size of all files in a folder; 0 where there is none.
 * @param {string} folder
 * @returns {number} bytes
 */
export function folderSize(folder) {
  let sum = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      // Node 20.0 to 20.11 call the folder of an entry `path`, later ones `parentPath`.
      const parent = entry.parentPath ?? /** @type {{ path?: string }} */ (entry).path ?? folder;
      sum += statSync(join(parent, entry.name), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // The folder came or went while we counted.
  }
  return sum;
}

const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);

const percent = (/** @type {number} */ part, /** @type {number} */ whole) =>
  Math.min(99, Math.floor((100 * part) / whole));
