const KEY = 'kiosk.pxPerMm';

/**
 * Tells the page how large a millimetre is on this screen, as measured with a ruler and remembered on this
 * computer; without that, CSS's own idea of it (96 px an inch) stands. Touch targets are 20 of them.
 */
export function calibrate(): void {
  const measured = Number(localStorage.getItem(KEY));
  if (measured < 1 || measured > 30) return;
  document.documentElement.style.setProperty('--mm', `${measured}px`);
}
