import { describe, expect, it } from 'vitest';
import { Agenda } from '../../src/main/simulation/agenda';
import { RandomStream } from '../../src/main/simulation/random';
import { marginOf, mean, percentile, studentT } from '../../src/main/simulation/stats';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe('the random stream', () => {
  it('is the same for the same seed and purpose, and another for another', () => {
    const of = (seed: number, purpose: string) => {
      const random = new RandomStream(seed, purpose);
      return draw(5, () => random.next());
    };
    expect(of(1, 'a')).toEqual(of(1, 'a'));
    expect(of(1, 'a')).not.toEqual(of(2, 'a'));
    expect(of(1, 'a')).not.toEqual(of(1, 'b'));
  });

  it('is uniform in [0, 1)', () => {
    const random = new RandomStream(7, 'uniform');
    const values = draw(100_000, () => random.next());
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(values.every((value) => value < 1)).toBe(true);
    const bins = draw(10, () => 0);
    for (const value of values) bins[Math.floor(value * 10)] = (bins[Math.floor(value * 10)] ?? 0) + 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // The 99.9 % point with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88);
  });

  const random = new RandomStream(3, 'moments');
  it.each([
    ['exponential', () => random.exponential(8), 8, 8],
    ['normal', () => random.normal(-10, 9.8), -10, 9.8],
    ['gamma, CV 0.6', () => random.gamma(8, 0.6), 8, 4.8],
    ['gamma, CV 1.5', () => random.gamma(8, 1.5), 8, 12],
    ['lognormal', () => random.lognormal(6, 0.9), 6, 5.4],
    ['poisson', () => random.poisson(3.5), 3.5, Math.sqrt(3.5)],
  ])('%s has its mean and deviation', (_, next, expected, deviation) => {
    const values = draw(200_000, next);
    const found = mean(values);
    const spread = Math.sqrt(mean(values.map((value) => (value - found) ** 2)));
    expect(Math.abs(found - expected)).toBeLessThan((4 * deviation) / Math.sqrt(200_000));
    expect(spread / deviation).toBeCloseTo(1, 1);
  });

  it('picks as often as the weights say', () => {
    const picks = draw(20_000, () => Number(random.pick({ a: 1, b: 3 }) === 'b'));
    expect(mean(picks)).toBeCloseTo(0.75, 1);
  });
});

describe('the agenda', () => {
  it('runs in time order, equal times in the order planned, the past at once', () => {
    const agenda = new Agenda();
    const seen: string[] = [];
    for (const at of [5, 1, 9, 3, 1, 7]) agenda.plan(at, () => seen.push(`${agenda.now}/${at}`));
    agenda.plan(4, () => agenda.plan(2, () => seen.push(`late at ${agenda.now}`)));
    agenda.run();
    expect(seen).toEqual(['1/1', '1/1', '3/3', 'late at 4', '5/5', '7/7', '9/9']);
  });
});

describe('the statistics', () => {
  it('Student t at 97.5 %', () => {
    expect(studentT(19)).toBeCloseTo(2.093, 3);
    expect(studentT(4)).toBeCloseTo(2.776, 1);
    expect(studentT(1e6)).toBeCloseTo(1.96, 3);
  });

  it('a margin by hand: 1, 2, 3 has t(2)/√3', () => {
    expect(marginOf([1, 2, 3])).toBeCloseTo(studentT(2) / Math.sqrt(3), 9);
    expect(marginOf([1])).toBeNaN();
    expect(marginOf([])).toBeNaN();
  });

  it('percentiles are values that occurred', () => {
    expect(percentile([3, 1, 2, 5, 4, 6, 8, 7, 10, 9], 0.9)).toBe(9);
    expect(percentile([5], 0.01)).toBe(5);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
