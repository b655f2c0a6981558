import { app, type WebContents, webContents } from 'electron';
import type { ListedPrinter } from './system-printers';

/** The start screen is there long before. */
const FIRST_PAGE_MS = 10_000;

/** The printers that the system knows, as Electron lists them. */
export async function listedPrinters(): Promise<readonly ListedPrinter[]> {
  const asker =
    webContents.getAllWebContents().find((contents) => !contents.isDestroyed()) ?? (await firstPage());
  const printers = (await asker?.getPrintersAsync()) ?? [];
  return printers.map(({ name, options }) => ({ name, options: options as ListedPrinter['options'] }));
}

/** Only a page can ask. At the start there is none yet, and that is no proof that there are no printers. */
function firstPage(): Promise<WebContents | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), FIRST_PAGE_MS);
    app.once('web-contents-created', (_event, contents) => {
      clearTimeout(timer);
      resolve(contents);
    });
  });
}
