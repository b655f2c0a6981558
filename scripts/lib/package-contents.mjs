import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { filesIn } from './deb.mjs';

/** All that may be in the app's archive: the built app, its voice, and the database of this platform. */
const ALLOWED = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\/.+\.(js|cjs|html|css|svg|png|webp|woff2|json)$/,
  // Beside the clock.
  /^resources\/icon\.png$/,
  // By what updates are checked: the public half of a key.
  /^resources\/update-key\.pem$/,
  /^resources\/voice\/.+\.(opus|json|md|txt)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js)$/,
];
/** Whatever else fits above. */
const REFUSED = [/\.map$/, /\.d\.ts$/, /(^|\/)(test|tests|src|deps)\//, /(^|\/)\.env/];
/** Beside the archive. */
const OUTSIDE = [
  /^resources\/app\.asar$/,
  /^resources\/app\.asar\.unpacked\/node_modules\/better-sqlite3\/prebuilds\/[a-z0-9-]+\.node$/,
  /^resources\/native\/better_sqlite3\.node$/,
];
/** The archive is the product; Electron weighs what it weighs. */
const MOST_MB = 60;

/**
 * Looks through an unpacked app of Linux or Windows.
 * @param {string} unpacked
 * @param {string} database the only binary that belongs to it, as `linux-x64.node`
 * @returns {{ readonly files: number, readonly megabytes: number, readonly problems: readonly string[] }}
 */
export function packageContents(unpacked, database) {
  const archive = join(unpacked, 'resources', 'app.asar');
  const inside = filesOf(listPackage(archive, { isPack: false }));
  const outside = filesIn(unpacked).filter((path) => path.startsWith('resources/'));
  const binary = `node_modules/better-sqlite3/prebuilds/${database}`;
  const megabytes = Math.round(statSync(archive).size / 1024 / 1024);
  const problems = [
    ...inside
      .filter((path) => path !== binary && !isAllowed(path))
      .map((path) => `${path} does not belong into the archive`),
    ...outside
      .filter((path) => !OUTSIDE.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong into the package`),
    ...[
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'resources/icon.png',
      binary,
    ]
      .filter((path) => !inside.includes(path))
      .map((path) => `${path} is missing`),
    ...(megabytes > MOST_MB ? [`the archive has ${megabytes} MB, more than ${MOST_MB}`] : []),
  ];
  return { files: inside.length, megabytes, problems };
}

const isAllowed = (/** @type {string} */ path) =>
  ALLOWED.some((pattern) => pattern.test(path)) && !REFUSED.some((pattern) => pattern.test(path));

/**
 * The archive lists folders too: what something lies in.
 * @param {readonly string[]} listed
 */
function filesOf(listed) {
  const paths = listed.map((path) => path.replaceAll('\\', '/').replace(/^\//, ''));
  const folders = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  return paths.filter((path) => !folders.has(path));
}
