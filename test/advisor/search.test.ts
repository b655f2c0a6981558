import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluator } from '../../src/main/advisor/evaluate';
import { bestTemplate } from '../../src/main/advisor/search';
import { serviceTime } from '../../src/main/advisor/service';
import { smallestSet } from '../../src/main/advisor/smallest-set';

/** Every way to book so many in so many slots. */
function* templates(patients: number, slots: number): Generator<number[]> {
  if (slots === 1) return yield [patients];
  for (let first = 0; first <= patients; first += 1) {
    for (const rest of templates(patients - first, slots - 1)) yield [first, ...rest];
  }
}

const session = fc.record({
  lengths: fc.constantFrom([15, 15, 15, 15, 15], [10, 10, 10, 10], [60, 60, 60, 30], [20, 20, 20, 20, 5]),
  noShow: fc.double({ min: 0, max: 0.6, noNaN: true }),
  mean: fc.double({ min: 2, max: 30, noNaN: true }),
  variation: fc.double({ min: 0.3, max: 1.6, noNaN: true }),
  patients: fc.integer({ min: 1, max: 7 }),
  isLate: fc.boolean(),
});

test('whatever the search starts from, no template at all is better than what it ends at', () => {
  fc.assert(
    fc.property(session, ({ lengths, noShow, mean, variation, patients, isLate }) => {
      const figures = evaluator({ lengths, noShow, service: serviceTime(mean, variation) });
      const objective = (booked: readonly number[]): number => figures(booked).objective;
      const place = isLate ? lengths.length - 1 : 0;
      const start = lengths.map((_, slot) => (slot === place ? patients : 0));
      const found = bestTemplate(start, objective);
      expect(found.booked.reduce((sum, count) => sum + count, 0)).toBe(patients);
      expect(found.gap).toBeLessThan(1e-6);
      const least = Math.min(...[...templates(patients, lengths.length)].map(objective));
      expect(objective(found.booked) - least).toBeLessThan(1e-6);
    }),
    { numRuns: 150 },
  );
});

test('several leave a slot at once: one by one would not get there', () => {
  // An hour a slot, six minutes a patient: with the second two an hour later the doctor sits idle for most of it.
  const figures = evaluator({ lengths: [60, 60, 60], noShow: 0, service: serviceTime(6, 1) });
  const objective = (booked: readonly number[]): number => figures(booked).objective;
  for (const neighbour of [
    [3, 1, 0],
    [1, 3, 0],
    [2, 1, 1],
    [1, 2, 1],
  ]) {
    expect(objective(neighbour)).toBeGreaterThan(objective([2, 2, 0]));
  }
  expect(objective([4, 0, 0])).toBeLessThan(objective([2, 2, 0]));
  expect(bestTemplate([2, 2, 0], objective).booked).toEqual([4, 0, 0]);
});

test('one slot, nobody booked: nothing to search', () => {
  expect(bestTemplate([3], () => 1)).toEqual({ booked: [3], gap: 0 });
  expect(bestTemplate([0, 0], () => 0)).toEqual({ booked: [0, 0], gap: 0 });
});

test('a doctor of 36 slots is searched to the end', () => {
  const lengths = new Array<number>(36).fill(10);
  const figures = evaluator({ lengths, noShow: 0.12, service: serviceTime(9, 0.5) });
  const even = lengths.map(() => 1);
  const { booked, gap } = bestTemplate(even, (one) => figures(one).objective);
  expect(gap).toBeLessThan(1e-6);
  expect(booked.reduce((sum, count) => sum + count, 0)).toBe(36);
  // No single patient anywhere else makes it better: a larger neighbourhood, looked at by itself.
  const { objective } = figures(booked);
  for (const from of lengths.keys()) {
    for (const to of lengths.keys()) {
      if (from === to || (booked[from] ?? 0) === 0) continue;
      const other = booked.map((count, slot) => count - Number(slot === from) + Number(slot === to));
      expect(figures(other).objective).toBeGreaterThan(objective - 1e-9);
    }
  }
});

test('the smallest set of a cut with prices is found, and how sure that is', () => {
  const graph = fc.record({
    prices: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 7 }),
    edges: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(9)), { maxLength: 14 }),
  });
  fc.assert(
    fc.property(graph, ({ prices, edges }) => {
      const size = prices.length;
      const worth = (chosen: readonly boolean[]): number =>
        prices.reduce((sum, price, place) => sum + (chosen[place] ? price : 0), 0) +
        edges.reduce((sum, [from, to, weight]) => sum + (chosen[from] && !chosen[to] ? weight : 0), 0);
      const sets = Array.from({ length: 2 ** size }, (_, set) =>
        Array.from({ length: size }, (__, place) => ((set >> place) & 1) === 1),
      );
      const { chosen, value, gap } = smallestSet(size, worth);
      expect(value).toBeCloseTo(Math.min(...sets.map(worth)), 6);
      expect(worth(chosen)).toBeCloseTo(value, 9);
      expect(gap).toBeLessThan(1e-6);
    }),
  );
});
