/**
 * Tells the main process that the page may be printed: `data-ready="true"` on the root element, and
 * `data-height`, the content's height in CSS px, so that the paper is as long as the slip.
 */
export async function markReady(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const slip = document.querySelector<HTMLElement>('[data-slip]');
  const { dataset } = document.documentElement;
  dataset.height = String(Math.ceil(slip?.getBoundingClientRect().height ?? 0));
  dataset.ready = 'true';
}

/** Nothing to print: `data-error` says why, and `data-ready` stays off. */
export function markFailed(problem: string): void {
  document.documentElement.dataset.error = problem;
}
