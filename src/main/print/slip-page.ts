import type { BrowserWindow } from 'electron';

/** The slip's own width: an 80 mm roll. */
export const SLIP_WIDTH_MM = 80;
const CSS_PIXELS_PER_MM = 96 / 25.4;
/** The least side Chromium prints. */
const MIN_HEIGHT_MM = 40;
const PATIENCE_MS = 15_000;

export interface SlipPage {
  readonly window: BrowserWindow;
  readonly heightMm: number;
}

/** Waits until the page says that fonts are loaded and all is laid out, and measures it. Throws if it never does. */
export async function slipReady(window: BrowserWindow): Promise<SlipPage> {
  const height: unknown = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const root = document.documentElement;
    const check = () => {
      if (root.dataset.error) reject(new Error(root.dataset.error));
      if (root.dataset.ready === 'true') resolve(Number(root.dataset.height));
    };
    new MutationObserver(check).observe(root, { attributes: true });
    setTimeout(() => reject(new Error('The slip did not render.')), ${PATIENCE_MS});
    check();
  })`);
  if (typeof height !== 'number' || !(height > 0)) throw new Error('The slip has no height.');
  return { window, heightMm: Math.max(MIN_HEIGHT_MM, Math.ceil(height / CSS_PIXELS_PER_MM) + 1) };
}
