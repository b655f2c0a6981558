import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type RunningApp, resize } from './app';
import { answered, mainWindow } from './main-process';

const folder = join(import.meta.dirname, '../../../out/screens');

/** Sizes in CSS px that the screens must look right at. */
export const portrait = [1080, 1920] as const;
export const landscape = [1024, 768] as const;
export const laptop = [1366, 768] as const;
export const wide = [1920, 1080] as const;

/** A window at a size, light and dark, into `out/screens/<name>-<size>-<scheme>.png`. */
export async function picture(
  app: RunningApp,
  page: Page,
  size: readonly [number, number],
  name: string,
): Promise<void> {
  const [width, height] = size;
  await resize(app, page, width, height);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Where nothing changes its look under it.
    await page.mouse.move(0, 0);
    const path = join(folder, `${name}-${width}x${height}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
}

/** What a person who enlarges everything sees of a small laptop. */
export async function zoom(app: RunningApp, page: Page, factor: number): Promise<void> {
  const window = await mainWindow(app, page);
  await answered(() => window.evaluate(({ webContents }, by) => webContents.setZoomFactor(by), factor));
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(1366 / factor));
}

/** As `picture`, of a small laptop on which everything is enlarged. */
export async function enlarged(app: RunningApp, page: Page, factor: number, name: string): Promise<void> {
  await resize(app, page, ...laptop);
  await zoom(app, page, factor);
  // Playwright's own would show the first quarter of it.
  const window = await mainWindow(app, page);
  const png = await answered(() =>
    window.evaluate(async ({ webContents }) => (await webContents.capturePage()).toPNG().toString('base64')),
  );
  await writeFile(join(folder, `${name}-at-${factor * 100}.png`), Buffer.from(png, 'base64'));
  await zoom(app, page, 1);
}
