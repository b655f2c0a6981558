import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isLinux, isRoot, logDir, shortPath } from './paths.mjs';
import { quiet, read } from './run.mjs';
import { Failure, progress } from './say.mjs';

/**
 * What Electron's windows need on a bare Debian or Ubuntu. Newer releases renamed some packages (t64); any of a
 * line will do.
 */
const WINDOW_PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libxss1'],
];

export const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Makes sure that windows can open, on a virtual screen where there is no real one. Nothing to do off Linux. */
export async function requireWindowPackages() {
  if (!isLinux) return;
  await requirePackages('for windows', hasDisplay ? WINDOW_PACKAGES : [...WINDOW_PACKAGES, ['xvfb']]);
}

/** What the tests print with and look at the paper with: CUPS, its PDF printer, and a PDF reader. */
const PRINT_PACKAGES = [['cups'], ['printer-driver-cups-pdf'], ['poppler-utils']];

/** Makes sure that the tests have a print queue to print to. Nothing to do off Linux. */
export async function requirePrintPackages() {
  await requirePackages('for printing in tests', PRINT_PACKAGES);
}

/** Makes sure that the tests can press real keys, which reach menus as Playwright's do not. Nothing to do off Linux. */
export async function requireKeyPackages() {
  await requirePackages('for real keys in tests', [['xdotool']]);
}

/** Makes sure that the tests can have two monitors. Nothing to do off Linux. */
export async function requireMonitorPackages() {
  const server = [['xserver-xorg-core'], ['xserver-xorg-video-dummy'], ['x11-xserver-utils']];
  await requirePackages('for two monitors in tests', server);
}

/** Makes sure that the tests can record what a program asks of the disk. Nothing to do off Linux. */
export async function requireTracePackages() {
  await requirePackages('for power cuts in tests', [['strace'], ['util-linux']]);
}

/**
 * Installs missing packages of the system, where it is a Debian and we may; else tells which command would.
 * @param {string} purpose completes "These packages are needed …"
 * @param {string[][]} wanted each line lists names of which one is enough
 */
export async function requirePackages(purpose, wanted) {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;

  const sudo = isRoot ? [] : ['sudo', '-n'];
  const may = isRoot || (await read('sudo', ['-n', 'true'])).code === 0;
  const log = join(logDir, 'system-packages.log');
  const apt = (/** @type {string[]} */ ...args) => {
    const [file = '', ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return quiet(file, rest, { log });
  };
  const step = may
    ? progress(`Installing system packages ${purpose}: ${missing.map((names) => names.at(-1)).join(' ')}`)
    : undefined;
  if (may) await apt('update');
  // Only after the update are the names of this release known.
  const names = await knownNames(missing);
  const code = may ? await apt('install', '-y', '--no-install-recommends', ...names) : 1;
  step?.end(code === 0 ? undefined : 'failed');
  if (code === 0) return;
  const command = `${isRoot ? '' : 'sudo '}apt-get install --no-install-recommends ${names.join(' ')}`;
  const hint = may ? ` (see ${shortPath(log)})` : '';
  throw new Failure(`System packages are missing ${purpose}; install them with: ${command}${hint}`);
}

/**
 * @param {string[][]} wanted
 * @returns {Promise<string[][]>}
 */
async function missingOf(wanted) {
  const { text } = await read('dpkg-query', [
    '-W',
    '-f',
    `\${Package} \${db:Status-Status}\n`,
    ...wanted.flat(),
  ]);
  const installed = new Set(
    text
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * Of each line the first name that this release has.
 * @param {string[][]} lines
 * @returns {Promise<string[]>}
 */
async function knownNames(lines) {
  const { text } = await read('apt-cache', ['policy', ...lines.flat()]);
  // A name that is only provided by others, or unknown, has no candidate.
  const known = new Set(
    [...text.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  );
  return lines.map((names) => names.find((name) => known.has(name)) ?? names.at(-1) ?? '');
}
