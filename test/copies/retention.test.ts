import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiesToRemove, isOfFuture, type Keeping, type KeptCopy } from '../../src/main/copies/retention';
import { at } from '../helpers/clinic';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = at('12:00');

const clinic = { timeZone: 'Asia/Kolkata', dayStartsAtMinute: 0, limit: 1e12 };
const copy = (madeAt: number, size = 10, proved = true): KeptCopy => ({
  file: `copy-${madeAt}`,
  madeAt,
  size,
  proved,
});
const keeping = (change: Partial<Keeping> = {}): Keeping => ({
  ...clinic,
  now: NOW,
  made: 'none',
  ...change,
});
const after = (all: readonly KeptCopy[], rule: Keeping): KeptCopy[] => {
  const gone = new Set(copiesToRemove(all, rule));
  return all.filter(({ file }) => !gone.has(file));
};

test('hours, days, weeks and months: the latest of each', () => {
  const everyHour = Array.from({ length: 24 * 370 }, (_, hour) => copy(NOW - hour * HOUR));
  const kept = after(everyHour, keeping()).map(({ madeAt }) => (NOW - madeAt) / HOUR);
  expect(kept.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
  // The last one of each day before, at 23:00.
  expect(kept.slice(24, 36)).toEqual(Array.from({ length: 12 }, (_, day) => 13 + 24 * (day + 1)));
  // 24 hours, 14 days, 8 weeks, 12 months, some of them one and the same copy.
  expect(kept.length).toBeGreaterThanOrEqual(24 + 12 + 5 + 9);
  expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8 + 12);
  expect(Math.max(...kept)).toBeGreaterThan(24 * 300);
});

test('what is too much goes from the oldest of the finest on, but for the one just made and the latest proved one', () => {
  const hours = Array.from({ length: 5 }, (_, hour) => copy(NOW - hour * HOUR));
  const days = Array.from({ length: 5 }, (_, day) => copy(NOW - (day + 1) * DAY));
  const rule = keeping({ made: hours[0]?.file ?? '', limit: 80 });
  expect(copiesToRemove([...hours, ...days], rule)).toEqual([hours[4]?.file, hours[3]?.file]);
  const unproved = [copy(NOW, 10, false), copy(NOW - HOUR, 10, false), copy(NOW - 2 * HOUR, 10, true)];
  expect(copiesToRemove(unproved, keeping({ made: `copy-${NOW}`, limit: 1 }))).toEqual([
    `copy-${NOW - HOUR}`,
  ]);
});

test('days are the clinic’s, also where its day begins in the morning and its clock is changed', () => {
  // Before five it is still the day before.
  const night = [copy(at('02:00')), copy(at('04:30')), copy(at('05:30'))];
  const old = Array.from({ length: 24 }, (_, hour) => copy(at('12:00', '2026-01-06') + hour * HOUR));
  const rule = keeping({ dayStartsAtMinute: 300, now: at('12:00', '2026-01-08') });
  expect(after([...night, ...old], rule).map(({ madeAt }) => madeAt)).not.toContain(at('02:00'));
  expect(after([...night, ...old], rule).map(({ madeAt }) => madeAt)).toContain(at('04:30'));
});

const copies = fc
  .uniqueArray(fc.integer({ min: -700 * 24, max: 500 * 24 }), { minLength: 1, maxLength: 120 })
  .chain((hours) =>
    fc.tuple(
      ...hours.map((hour) =>
        fc
          .record({ size: fc.integer({ min: 1, max: 100 }), proved: fc.boolean() })
          .map(({ size, proved }) => copy(NOW + hour * HOUR, size, proved)),
      ),
    ),
  );
const rules = fc.record({
  timeZone: fc.constantFrom('Asia/Kolkata', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati'),
  dayStartsAtMinute: fc.integer({ min: 0, max: 720 }),
  limit: fc.integer({ min: 1, max: 3000 }),
});

test('whatever there is: never empty, never the one just made, within its size, and done twice is done once', () => {
  fc.assert(
    fc.property(copies, rules, fc.nat(), (all, rule, which) => {
      const made = all[which % all.length] as KeptCopy;
      const whole = { ...rule, now: made.madeAt, made: made.file };
      const stays = after(all, whole);
      expect(stays).toContain(made);
      // One of the future neither goes nor counts.
      for (const one of all.filter(({ madeAt }) => isOfFuture(madeAt, made.madeAt)))
        expect(stays).toContain(one);
      const past = stays.filter(({ madeAt }) => !isOfFuture(madeAt, made.madeAt));
      const proved = all
        .filter((one) => one.proved && !isOfFuture(one.madeAt, made.madeAt))
        .sort((one, other) => other.madeAt - one.madeAt)[0];
      if (proved) expect(stays).toContain(proved);
      const size = past.reduce((sum, one) => sum + one.size, 0);
      const others = past.filter((one) => one !== made && one !== proved);
      expect(size <= rule.limit || others.length === 0).toBe(true);
      expect(copiesToRemove(stays, whole)).toEqual([]);
    }),
  );
});

test('a clock that jumps forward and back loses nothing that was there', () => {
  fc.assert(
    fc.property(copies, fc.integer({ min: 1, max: 4000 }), (all, days) => {
      const past = all.filter(({ madeAt }) => madeAt <= NOW);
      const kept = after(past, keeping());
      // Ahead, where one more is made; then back.
      const ahead = copy(NOW + days * DAY);
      const there = after([...kept, ahead], keeping({ now: ahead.madeAt, made: ahead.file }));
      const back = copy(NOW + 1);
      const here = after([...there, back], keeping({ now: NOW + 1, made: back.file }));
      expect(here).toContain(ahead);
      // What is put aside for one more is at most the oldest of each stretch, and the one of the same stretch.
      expect(kept.filter((one) => !here.includes(one)).length).toBeLessThanOrEqual(8);
      expect(here.length).toBeGreaterThanOrEqual(Math.min(kept.length, 2));
    }),
  );
});
