import { type Chosen, smallestSet } from './smallest-set';

export interface Found {
  readonly booked: readonly number[];
  /** Minutes by which the objective of the best neighbour may be below this one's; 0 but for rounding. */
  readonly gap: number;
}

/** Beyond what a session needs: a search that does not end is a defect. */
const MOST_STEPS = 500;
/** Minutes; less is noise of the arithmetic. */
const BETTER = 1e-9;

/**
 * The local search of Kaandorp and Koole (2007): from one template to the best of its neighbours, until none is better.
 * A neighbour has some patients a slot earlier, or some a slot later. In the patients' slots, in the order of patients,
 * the objective is L♮-convex (Begen and Queyranne, Appointment scheduling with discrete random durations, Mathematics
 * of Operations Research 36, 2011): where no neighbour is better, no template is. Slots begin equally far apart.
 */
export function bestTemplate(
  start: readonly number[],
  objective: (booked: readonly number[]) => number,
): Found {
  const known = new Map<string, number>();
  const cost = (booked: readonly number[]): number => {
    const key = booked.join();
    const value = known.get(key) ?? objective(booked);
    known.set(key, value);
    return value;
  };
  let booked = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const sides = [bestNeighbour(booked, -1, cost), bestNeighbour(booked, 1, cost)] as const;
    const better = sides[0].value <= sides[1].value ? sides[0] : sides[1];
    if (better.value > -BETTER) return { booked, gap: Math.max(0, sides[0].gap, sides[1].gap) };
    booked = better.booked;
  }
  return { booked, gap: Number.POSITIVE_INFINITY };
}

interface Side {
  readonly booked: readonly number[];
  /** How much better: negative. */
  readonly value: number;
  readonly gap: number;
}

/** One of those booked who may move: in which slot, and how many of it must move before. */
interface Place {
  readonly slot: number;
  readonly after: number;
}

/**
 * The best of those with some patients a slot earlier (−1) or later (1). Of one slot the first go first, or the last:
 * who is chosen without them brings them along, at a price that no set pays for long and that keeps the function
 * submodular (Schrijver, Combinatorial Optimization, 2003, §49.3).
 */
function bestNeighbour(
  booked: readonly number[],
  step: -1 | 1,
  cost: (booked: readonly number[]) => number,
): Side {
  const here = cost(booked);
  const places = booked.flatMap((count, slot): Place[] =>
    booked[slot + step] === undefined ? [] : Array.from({ length: count }, (_, after) => ({ slot, after })),
  );
  const moved = (chosen: Chosen): { booked: number[]; brought: number } => {
    const going = new Array<number>(booked.length).fill(0);
    let brought = 0;
    for (const [index, { slot, after }] of places.entries()) {
      if (!chosen[index]) continue;
      brought += after - (going[slot] ?? 0);
      going[slot] = after + 1;
    }
    return {
      booked: booked.map((count, slot) => count - (going[slot] ?? 0) + (going[slot - step] ?? 0)),
      brought,
    };
  };
  const price = 2 * here + 1;
  const { chosen, value, gap } = smallestSet(places.length, (set) => {
    const next = moved(set);
    return cost(next.booked) - here + next.brought * price;
  });
  return { booked: moved(chosen).booked, value, gap };
}
