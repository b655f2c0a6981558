import { electronEnv, setup } from '../setup.mjs';
import { findBrowser } from './browser.mjs';
import { needsVirtualDisplay } from './display.mjs';
import { nodeBinary, packageBin, toolEnv } from './paths.mjs';
import { show } from './run.mjs';
import { requireKeyPackages, requireMonitorPackages, requirePrintPackages } from './system-packages.mjs';

/**
 * Runs Playwright on the app and in a browser. Where there is no real screen each worker of the tests opens a virtual
 * one of its own: real keys go to the window in front, which on one screen may be another test's.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runPlaywright(args) {
  const electron = await setup({ need: 'app' });
  await requirePrintPackages();
  await requireKeyPackages();
  await requireMonitorPackages();
  const env = toolEnv({
    ...electronEnv(electron),
    OPD_BROWSER_PATH: await findBrowser(),
    OPD_OWN_SCREENS: needsVirtualDisplay ? 'yes' : undefined,
  });
  return await show(nodeBinary, [packageBin('@playwright/test', 'playwright'), 'test', ...args], { env });
}
