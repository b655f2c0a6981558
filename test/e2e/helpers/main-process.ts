import type { ElectronApplication, JSHandle, Page } from '@playwright/test';
import type { BrowserWindow, Rectangle } from 'electron';

/**
 * What the main process answers, asked again where the answer was dropped. V8's inspector holds the promise of an
 * answer weakly, and Electron settles it only in its next round: a garbage collection in between takes the answer,
 * though what was asked has been done. So `ask` must be such that doing it twice is doing it once.
 */
export async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let dropped = 0; ; dropped += 1) {
    try {
      return await ask();
    } catch (error) {
      const isDropped = error instanceof Error && error.message.includes('promise was garbage collected');
      if (!isDropped || dropped >= 3) throw error;
    }
  }
}

/** The window that shows a page, as the main process has it. */
export function mainWindow(
  { electron }: { readonly electron: ElectronApplication },
  page: Page,
): Promise<JSHandle<BrowserWindow>> {
  return answered(() => electron.browserWindow(page));
}

/** Where the window of a page is, as the main process has it. */
export async function boundsOf(
  app: { readonly electron: ElectronApplication },
  page: Page,
): Promise<Rectangle> {
  const window = await mainWindow(app, page);
  return answered(() => window.evaluate((browserWindow) => browserWindow.getBounds()));
}
