import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything a command makes: the built app, logs, reports, pictures. Safe to delete. */
export const outDir = join(root, 'out');

/** Logs of the long commands; a failing step names its log. */
export const logDir = join(outDir, 'logs');

export const isWindows = process.platform === 'win32';
export const isLinux = process.platform === 'linux';
export const isRoot = process.getuid?.() === 0;

/**
 * The cache outside the project, shared by all its copies: a browser runtime is too big to fetch once a clone
 * and must outlive `npm ci`, which empties node_modules.
 */
export const cacheDir = join(cacheHome(), 'opd-tokens');

function cacheHome() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (isWindows && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}

/**
 * The Node the tools run on. It comes with the locked dependencies, because they need a newer one than many
 * systems have; the scripts themselves run on any Node from 20.
 */
export const nodeBinary = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/**
 * The start script of a command that a package brings.
 * @param {string} packageName
 * @param {string} [command] when it differs from the package's name
 */
export function packageBin(packageName, command = packageName.split('/').at(-1) ?? packageName) {
  const folder = join(root, 'node_modules', ...packageName.split('/'));
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * The environment for the tools: their own Node and the commands of the locked packages come first.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(extra = {}) {
  const bins = join(root, 'node_modules', '.bin');
  const env = { ...process.env };
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const paths = (env[pathName] ?? '').split(delimiter).filter((path) => path !== bins);
  env[pathName] = [bins, ...paths].join(delimiter);
  return env;
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * The text of a small file, or nothing where there is none.
 * @param {string} file
 */
export function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * A path as a reader at the project folder would type it.
 * @param {string} path
 */
export function shortPath(path) {
  return path.startsWith(root) ? path.slice(root.length + 1).replaceAll('\\', '/') : path;
}
