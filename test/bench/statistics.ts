/** The value that `share` of them do not exceed; of none it is NaN. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const index = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const mean = (values: readonly number[]): number => sum(values) / values.length;

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** So many parts of about the same length, one after the other. */
function partsOf<T>(values: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, part) =>
    values.slice(
      Math.floor((part * values.length) / count),
      Math.floor(((part + 1) * values.length) / count),
    ),
  ).filter(({ length }) => length > 0);
}

const ROUNDS = 7;

/**
 * How many times the floor it takes. Both were measured in turn, so that what slows the machine for a while slows both:
 * the figure is compared in each of a few stretches of the run, and the middle one of these ratios is told.
 */
export function ratioOf(
  times: readonly number[],
  floor: readonly number[],
  figure: (values: readonly number[]) => number = median,
): number {
  const rounds = Math.min(ROUNDS, times.length, floor.length);
  const floors = partsOf(floor, rounds);
  return median(partsOf(times, rounds).map((part, round) => figure(part) / figure(floors[round] ?? [])));
}
