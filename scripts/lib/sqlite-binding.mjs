import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { fetchArchive } from './npm.mjs';
import { cacheDir, logDir, readJson, root, shortPath } from './paths.mjs';
import { quiet, read } from './run.mjs';
import { Failure, progress } from './say.mjs';
import { requirePackages } from './system-packages.mjs';
import { temporaryFolder } from './temporary.mjs';

/** The C headers of Node-API: all that the build needs of Node, on any machine. */
const HEADERS = {
  name: 'node-api-headers',
  version: '1.9.0',
  integrity:
    'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
  bytes: 60_000,
};

/** Part of the folder's name: another number makes everyone build the binding anew. */
const RECIPE = 1;

const runtimeDir = join(root, 'scripts', 'runtime');
const shim = join(runtimeDir, 'node-api-9.h');
const library = join(root, 'node_modules', 'better-sqlite3');

/**
 * better-sqlite3 built for a runtime with Node-API 9, from its own locked source; once for each version of it.
 * The stock binding needs Node-API 10 and crashes such a runtime.
 * @param {string} executable the Electron that has to load it
 * @returns {Promise<string>} the path of the binding
 */
export async function sqliteBinding(executable) {
  const { version } = readJson(join(library, 'package.json'));
  const recipe = createHash('sha256').update(readFileSync(shim)).digest('hex').slice(0, 8);
  const folder = join(cacheDir, `better-sqlite3-${version}-napi9-${recipe}-${RECIPE}`);
  const binding = join(folder, 'better_sqlite3.node');
  if (existsSync(binding)) return binding;
  return withLock('sqlite-binding', async () => {
    if (!existsSync(binding)) await build(folder, version, executable);
    return binding;
  });
}

/**
 * Compiles into a folder aside and renames it when the result has proven itself.
 * @param {string} folder
 * @param {string} version
 * @param {string} executable
 */
async function build(folder, version, executable) {
  await requirePackages('to build the database for the test runtime', [['g++']]);
  const archive = await fetchArchive(HEADERS);
  const temporary = temporaryFolder('building-binding-');
  const log = join(logDir, 'sqlite-binding.log');
  const step = progress(`Building better-sqlite3 ${version} for the test runtime (about 2 minutes, once)`);
  try {
    await must(log, 'tar', ['-xzf', archive, '-C', temporary, '--strip-components=1']);
    const headers = join(temporary, 'include');
    const sqlite = join(temporary, 'sqlite3.o');
    const addon = join(temporary, 'better_sqlite3.o');
    const result = join(temporary, 'result');
    const output = join(result, 'better_sqlite3.node');
    mkdirSync(result);
    await Promise.all([
      must(log, 'gcc', [...compileSqlite(), '-o', sqlite]),
      must(log, 'g++', [...compileAddon(headers), '-o', addon]),
    ]);
    await must(log, 'g++', [
      '-shared',
      '-pthread',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      addon,
      sqlite,
      '-ldl',
      '-o',
      output,
    ]);
    step.at('trying it');
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const check = await read(executable, [join(runtimeDir, 'sqlite-check.cjs'), library, output], { env });
    if (check.text.trim() !== 'ok') {
      throw new Failure('The database built for the test runtime fails its trial there.');
    }
    renameSync(result, folder);
    rmSync(archive);
    step.end();
  } catch (error) {
    step.end('failed');
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** SQLite itself, with the options better-sqlite3 states for it. */
function compileSqlite() {
  const source = join(library, 'deps', 'sqlite3', 'sqlite3.c');
  const defines = readFileSync(join(library, 'deps', 'defines.gypi'), 'utf8').matchAll(
    /^\s*'([A-Z][^']*)'/gm,
  );
  const flags = [...defines].map(([, define]) => `-D${define}`);
  return ['-c', '-O3', '-fPIC', '-std=c99', '-w', '-DNDEBUG', ...flags, source];
}

/**
 * The addon, with the options of its binding.gyp but for Node-API 9 and without link-time optimisation.
 * @param {string} headers
 */
function compileAddon(headers) {
  const includes = [headers, join(library, 'deps', 'sqlite3'), join(root, 'node_modules', 'node-addon-api')];
  const defines = [
    'NAPI_VERSION=9',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'NDEBUG',
  ];
  return [
    '-c',
    ...['-O3', '-fPIC', '-pthread', '-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
    ...['-fno-rtti', '-fno-exceptions'],
    ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION'],
    ...defines.map((define) => `-D${define}`),
    ...includes.flatMap((folder) => ['-I', folder]),
    ...['-include', shim],
    join(library, 'src', 'better_sqlite3.cpp'),
  ];
}

/**
 * @param {string} log
 * @param {string} file
 * @param {string[]} args
 */
async function must(log, file, args) {
  if ((await quiet(file, args, { log })) === 0) return;
  throw new Failure(`The database could not be built for the test runtime; see ${shortPath(log)}.`);
}
