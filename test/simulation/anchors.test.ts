import { describe, expect, it } from 'vitest';
import { compareWithEngine, meetAnchors } from '../../src/main/simulation/anchors';
import { MIX } from '../../src/main/simulation/plan';
import { waitsOnEngine } from '../../src/main/simulation/queue-on-engine';
import { ANCHOR, arrivals, take } from '../../src/main/simulation/queue-reference';
import {
  conservedWait,
  firstComeWait,
  pooledWait,
  priorityWaits,
} from '../../src/main/simulation/queue-theory';
import { sources } from '../../src/shared/model/token';

const shares = sources.map((source) => MIX[source]);

describe('the formulas', () => {
  it('Cobham: 5.13 / 6.25 / 10.03 / 29.39 / 174.86 minutes', () => {
    const waits = priorityWaits(ANCHOR, shares).map((wait) => wait.toFixed(2));
    expect(waits).toEqual(['5.13', '6.25', '10.03', '29.39', '174.86']);
  });

  it('first come first served: 48.96 minutes', () => {
    expect(firstComeWait(ANCHOR)).toBeCloseTo(48.96, 9);
  });

  it('the conservation law holds between the two', () => {
    const weighted = priorityWaits(ANCHOR, shares).reduce(
      (sum, wait, index) => sum + ANCHOR.load * (shares[index] ?? 0) * wait,
      0,
    );
    expect(weighted).toBeCloseTo(conservedWait(ANCHOR), 9);
  });

  it('Erlang: one M/M/1 waits 9.00 service times, three pooled 2.72', () => {
    expect(pooledWait(1, 0.9)).toBeCloseTo(9, 9);
    expect(pooledWait(3, 0.9).toFixed(2)).toBe('2.72');
  });
});

describe('the simulation', () => {
  const anchors = meetAnchors(1_000_000, 1);

  it.each(anchors)('$name: theory lies within the confidence interval', ({ theory, simulated }) => {
    // 1.5 margins are ±2.9 standard errors: the seed is fixed, and a wrong queue is off by far more.
    expect(Math.abs(simulated.value - theory)).toBeLessThan(1.5 * simulated.margin);
    expect(simulated.margin / theory).toBeLessThan(0.08);
  });

  it('meets the conservation law within 2 %', () => {
    const law = anchors.find(({ name }) => name === 'conservation law');
    expect(Math.abs((law?.simulated.value ?? 0) / (law?.theory ?? 1) - 1)).toBeLessThan(0.02);
  });
});

describe('the engine', () => {
  it.each(compareWithEngine(4000, 2))(
    '$name: every patient waits exactly as long as in the plain queue',
    ({ patients, equal }) => {
      expect(equal).toBe(patients);
    },
  );

  it('the work that waits is the same in any order of calling, to the millisecond (conservation, pathwise)', () => {
    const stream = take(arrivals(ANCHOR, 3), 3000);
    const waiting = (policy: 'strict' | 'fifo'): number =>
      waitsOnEngine(stream, policy).reduce(
        (sum, wait, index) => sum + (wait / 1000) * ((stream[index]?.serviceMs ?? 0) / 1000),
        0,
      );
    const strict = waiting('strict');
    expect(strict / waiting('fifo')).toBeCloseTo(1, 9);
  });

  it('fair weighs waits by targets: between strict and first come, class by class', () => {
    const stream = take(arrivals(ANCHOR, 4), 4000);
    const meanOf = (policy: 'strict' | 'fifo' | 'fair', source: string): number => {
      const waits = waitsOnEngine(stream, policy).filter((_, index) => stream[index]?.source === source);
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    };
    expect(meanOf('fair', 'paid')).toBeGreaterThan(meanOf('strict', 'paid'));
    expect(meanOf('fair', 'paid')).toBeLessThan(meanOf('fifo', 'paid'));
    expect(meanOf('fair', 'online')).toBeLessThan(meanOf('strict', 'online'));
    expect(meanOf('fair', 'online')).toBeGreaterThan(meanOf('fifo', 'online'));
  });
});
