/** Compares from left to right, lower first; what is missing counts as 0. Asked for every pair of every line. */
export function compareRanks(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < one.length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
