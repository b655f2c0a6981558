const LEVELS = 256;
/** Less difference than this between the darkest and the lightest dot is no picture, but a blank. */
const LEAST_CONTRAST = 24;

/**
 * Makes RGBA dots on white black or white, in place, at the brightness that parts them best: so that a pale logo comes
 * out as well as a dark one. Answers whether there is anything to see.
 */
export function blackAndWhite(rgba: Uint8ClampedArray): boolean {
  const counts = new Array<number>(LEVELS).fill(0);
  for (let at = 0; at < rgba.length; at += 4) {
    const level = brightness(rgba, at);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const darkest = counts.findIndex((count) => count > 0);
  const lightest = counts.findLastIndex((count) => count > 0);
  if (lightest - darkest < LEAST_CONTRAST) return false;
  const threshold = bestThreshold(counts);
  for (let at = 0; at < rgba.length; at += 4) {
    const value = brightness(rgba, at) <= threshold ? 0 : 255;
    rgba.fill(value, at, at + 3);
    rgba[at + 3] = 255;
  }
  return true;
}

/** ITU-R BT.601 luma, 0 to 255. */
function brightness(rgba: Uint8ClampedArray, at: number): number {
  const [red = 0, green = 0, blue = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}

/** Otsu's method: the level with the greatest variance between what is darker and what is lighter. */
function bestThreshold(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const all = counts.reduce((sum, count, level) => sum + count * level, 0);
  let best = { level: 0, variance: -1 };
  let dark = 0;
  let darkSum = 0;
  for (const [level, count] of counts.entries()) {
    dark += count;
    darkSum += count * level;
    const light = total - dark;
    if (dark === 0 || light === 0) continue;
    const difference = darkSum / dark - (all - darkSum) / light;
    const variance = dark * light * difference * difference;
    if (variance > best.variance) best = { level, variance };
  }
  return best.level;
}
