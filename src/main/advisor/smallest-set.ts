/** A set of the numbers from 0 to below `size`. */
export type Chosen = readonly boolean[];

export interface Smallest {
  readonly chosen: Chosen;
  readonly value: number;
  /** No set is smaller than `value` by more than this. */
  readonly gap: number;
}

const ENOUGH = 1e-7;
const MOST_ROUNDS = 2_000;

/**
 * The smallest value of a submodular function of sets that is 0 for the empty one: the point of least norm in its base
 * polytope, by Wolfe's algorithm (Fujishige and Isotani, A submodular function minimization algorithm based on the
 * minimum-norm base, Pacific Journal of Optimization 7, 2011). What is negative in any base bounds the value from below
 * (Edmonds 1970): so the gap is known.
 */
export function smallestSet(size: number, worth: (chosen: Chosen) => number): Smallest {
  let best: { chosen: Chosen; value: number } = { chosen: new Array(size).fill(false), value: 0 };

  /** Edmonds' greedy base for this direction: the numbers in the order of their weights, each with what it adds. */
  function baseFor(direction: readonly number[]): number[] {
    const order = direction.map((_, place) => place);
    order.sort((one, other) => (direction[one] ?? 0) - (direction[other] ?? 0) || one - other);
    const chosen: boolean[] = new Array(size).fill(false);
    const base: number[] = new Array(size).fill(0);
    let before = 0;
    for (const place of order) {
      chosen[place] = true;
      const value = worth(chosen);
      base[place] = value - before;
      before = value;
      if (value < best.value) best = { chosen: [...chosen], value };
    }
    return base;
  }

  if (size === 0) return { ...best, gap: 0 };
  let point = baseFor(new Array(size).fill(0));
  let bases: number[][] = [point];
  let shares: number[] = [1];
  for (let round = 0; round < MOST_ROUNDS && gapOf() > ENOUGH; round += 1) {
    const next = baseFor(point);
    if (dot(point, point) <= dot(point, next) + ENOUGH ** 2) break;
    bases.push(next);
    shares.push(0);
    while (bases.length > 0) {
      const wished = nearestShares(bases);
      if (wished.every((share) => share > -1e-12)) {
        shares = wished;
        break;
      }
      // As far towards it as all shares stay positive; whose share ends at nought goes.
      let step = 1;
      for (const [place, share] of shares.entries()) {
        const aim = wished[place] ?? 0;
        if (aim < 0) step = Math.min(step, share / (share - aim));
      }
      const reached = shares.map((share, place) => share + step * ((wished[place] ?? 0) - share));
      const stays = reached.map((share) => share > 1e-12);
      if (stays.every(Boolean)) stays[reached.indexOf(Math.min(...reached))] = false;
      bases = bases.filter((_, place) => stays[place]);
      shares = reached.filter((_, place) => stays[place]);
    }
    point = combined(bases, shares);
  }
  return { ...best, gap: gapOf() };

  function gapOf(): number {
    return best.value - point.reduce((sum, part) => sum + Math.min(0, part), 0);
  }
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}

function combined(points: readonly (readonly number[])[], shares: readonly number[]): number[] {
  const [first = []] = points;
  return first.map((_, place) =>
    points.reduce((sum, point, which) => sum + (shares[which] ?? 0) * (point[place] ?? 0), 0),
  );
}

/** The shares, in all 1 and of any sign, of the point nearest to nought in the plane through these. */
function nearestShares(points: readonly (readonly number[])[]): number[] {
  // (1 + pᵢ·pⱼ) s = 1, then scaled to a sum of 1; elimination with the largest pivot.
  const rows = points.map((one) => [...points.map((other) => 1 + dot(one, other)), 1]);
  const count = rows.length;
  for (let column = 0; column < count; column += 1) {
    let pivot = column;
    for (let row = column; row < count; row += 1) {
      if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, pivot, column))) pivot = row;
    }
    const top = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = top;
    const head = top[column] || 1e-300;
    for (const [row, values] of rows.entries()) {
      if (row === column) continue;
      const factor = (values[column] ?? 0) / head;
      if (factor === 0) continue;
      for (let place = column; place <= count; place += 1) {
        values[place] = (values[place] ?? 0) - factor * (top[place] ?? 0);
      }
    }
  }
  const solved = rows.map((row, place) => (row[count] ?? 0) / (row[place] || 1e-300));
  const sum = solved.reduce((all, share) => all + share, 0);
  return solved.map((share) => share / sum);
}

function cell(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
