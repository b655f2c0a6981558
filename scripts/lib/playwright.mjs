import { electronEnv, setup } from '../setup.mjs';
import { findBrowser } from './browser.mjs';
import { openDisplay } from './display.mjs';
import { nodeBinary, packageBin, toolEnv } from './paths.mjs';
import { show } from './run.mjs';
import { requireKeyPackages, requirePrintPackages } from './system-packages.mjs';

/**
 * Runs Playwright on the app and in a browser, on a virtual screen where there is no real one.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runPlaywright(args) {
  const electron = await setup({ need: 'app' });
  await requirePrintPackages();
  await requireKeyPackages();
  const browser = await findBrowser();
  const display = await openDisplay();
  try {
    const env = toolEnv({ ...electronEnv(electron), ...display.env, OPD_BROWSER_PATH: browser });
    return await show(nodeBinary, [packageBin('@playwright/test', 'playwright'), 'test', ...args], { env });
  } finally {
    display.end();
  }
}
