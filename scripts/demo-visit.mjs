/** A visit to the demo clinic, driven as a person would; started by `npm start` where there is no screen. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { outDir, root, shortPath } from './lib/paths.mjs';
import { command, say } from './lib/say.mjs';

const pictures = join(outDir, 'demo');

command(async () => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const app = await _electron.launch({
    executablePath: process.env.OPD_ELECTRON_PATH,
    args: [...JSON.parse(process.env.OPD_ELECTRON_ARGS ?? '[]'), root, ...process.argv.slice(2)],
    cwd: root,
  });
  try {
    await picture(await app.firstWindow(), '1-start');
  } finally {
    await app.close();
  }
  say(`Pictures are in ${shortPath(pictures)}/.`);
});

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function picture(page, name) {
  await page.waitForLoadState('load');
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  say(`• ${name}.png`);
}
