import { electronEnv, setup } from '../setup.mjs';
import { openDisplay } from './display.mjs';
import { nodeBinary, packageBin, toolEnv } from './paths.mjs';
import { show } from './run.mjs';
import { requirePrintPackages } from './system-packages.mjs';

/**
 * Runs Playwright on the app, on a virtual screen where there is no real one.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runPlaywright(args) {
  const electron = await setup({ need: 'app' });
  await requirePrintPackages();
  const display = await openDisplay();
  try {
    const env = toolEnv({ ...electronEnv(electron), ...display.env });
    return await show(nodeBinary, [packageBin('@playwright/test', 'playwright'), 'test', ...args], { env });
  } finally {
    display.end();
  }
}
