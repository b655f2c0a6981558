import { existsSync } from 'node:fs';
import { isLinux, isWindows } from './paths.mjs';
import { Failure } from './say.mjs';
import { requirePackages } from './system-packages.mjs';

/** Where a Chromium or its kin may be; Windows always has one. */
const PLACES = isWindows
  ? ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe']
  : isLinux
    ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    : ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The browser that stands for another PC or a tablet in the end-to-end tests; on Debian it is installed if missing.
 * @returns {Promise<string>} its executable
 */
export async function findBrowser() {
  if (!PLACES.some((path) => existsSync(path))) {
    await requirePackages('for the tests in a browser', [['chromium']]);
  }
  const found = PLACES.find((path) => existsSync(path));
  if (found === undefined) throw new Failure(`The tests need a browser: ${PLACES.join(' or ')}.`);
  return found;
}
