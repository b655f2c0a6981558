/** The smallest type on a sheet, as a part of the usual size: below it nothing could be read. */
const SMALLEST = 0.25;
const STEPS = 8;

/** A sheet has one page: when there is more on it than usual, all of it is set smaller. Rolls grow instead. */
export function fitSheet(slip: HTMLElement): void {
  const fits = (scale: number): boolean => {
    slip.style.setProperty('--fit', String(scale));
    return slip.scrollHeight <= slip.clientHeight && slip.scrollWidth <= slip.clientWidth;
  };
  slip.style.removeProperty('--fit');
  if (slip.dataset.paper?.startsWith('roll') || fits(1)) return;
  let [small, large] = [SMALLEST, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  fits(small);
}
