import { fitSheet } from '../../slip/fit';
import { loadFonts } from '../../ui/fontFamilies';

/**
 * Tells the main process that the page may be printed: `data-ready="true"` on the root element, and
 * `data-height`, the content's height in CSS px, so that the paper is as long as the slip. Throws if the code could
 * not be drawn.
 */
export async function markReady(): Promise<void> {
  const slip = document.querySelector<HTMLElement>('[data-slip]');
  if (slip === null) return;
  await loadFonts(slip.textContent);
  await Promise.all([...document.images].map(shown));
  fitSheet(slip);
  const { dataset } = document.documentElement;
  dataset.height = String(Math.ceil(slip.getBoundingClientRect().height));
  dataset.ready = 'true';
}

/** A logo that cannot be decoded leaves no gap, and never costs the patient the slip. */
async function shown(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch (error) {
    if (image.dataset.optional === undefined) throw error;
    image.hidden = true;
  }
}

/** Nothing to print: `data-error` says why, and `data-ready` stays off. */
export function markFailed(problem: string): void {
  document.documentElement.dataset.error = problem;
}
