/**
 * `npm run icons`: the app's icon for each system, from resources/icon.svg. The results are part of the repository, so only
 * whoever changes the picture needs this.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { findBrowser } from './lib/browser.mjs';
import { ICNS_TYPES, ICO_SIZES, icnsOf, icoOf } from './lib/icon-files.mjs';
import { isRoot, root, shortPath } from './lib/paths.mjs';
import { command, Failure, say } from './lib/say.mjs';

const folder = join(root, 'resources');
/** What Linux, and the packager where nothing fits better, take. */
const PNG_SIZE = 512;

command(async () => {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  /** @type {Map<number, Buffer>} */
  const pngs = new Map();
  const sizes = new Set([PNG_SIZE, ...ICO_SIZES, ...ICNS_TYPES.map(([, size]) => size)]);
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    pngs.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  const pngOf = (/** @type {number} */ size) => {
    const png = pngs.get(size);
    if (!png) throw new Failure(`There is no picture of ${size} points.`);
    return png;
  };
  const pictures = ICO_SIZES.map((size) => {
    const png = pngOf(size);
    return { size, png, rgba: PNG.sync.read(png).data };
  });
  const files = { 'icon.png': pngOf(PNG_SIZE), 'icon.ico': icoOf(pictures), 'icon.icns': icnsOf(pngOf) };
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    say(`${shortPath(path)}: ${Math.round(bytes.length / 1024)} kB`);
  }
});
