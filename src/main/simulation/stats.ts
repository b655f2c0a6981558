/** A figure with the half-width of its 95 % confidence interval. */
export interface Figure {
  readonly value: number;
  /** NaN where there are too few batches to tell. */
  readonly margin: number;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** NaN of nothing. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The smallest value that at least this share of them does not exceed; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = Float64Array.from(values).sort();
  return inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
}

/**
 * The figure of all batches together, with a margin from how the batches differ: Student's t on batch means
 * (Law, Simulation Modeling and Analysis, 5th edition, section 9.5).
 */
export function figureOf<T>(
  batches: readonly T[],
  poolAll: (batches: readonly T[]) => T,
  measure: (one: T) => number,
): Figure {
  return { value: measure(poolAll(batches)), margin: marginOf(batches.map(measure)) };
}

/** Half-width of the 95 % confidence interval of the mean. */
export function marginOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  if (known.length < 2) return Number.NaN;
  const middle = mean(known);
  const variance = sum(known.map((value) => (value - middle) ** 2)) / (known.length - 1);
  return studentT(known.length - 1) * Math.sqrt(variance / known.length);
}

/** The 97.5 % point of Student's t, by its expansion about the normal (Abramowitz and Stegun 26.7.5). */
export function studentT(degrees: number): number {
  const z = 1.959964;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
