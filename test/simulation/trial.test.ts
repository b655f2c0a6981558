import { expect, test } from 'vitest';
import type { TrialDoctor, TrialHistory, TrialJob } from '../../src/main/app/outside/trial-room';
import { doctorIdOf, minuteOf } from '../../src/main/simulation/clinic';
import { planOwnDay } from '../../src/main/simulation/own-clinic';
import { playTrial } from '../../src/main/simulation/trial';
import { defaultRules } from '../../src/shared/model/settings';

const hours = (...starts: number[]) =>
  starts.map((hour) => ({ start: hour * 60, end: hour * 60 + 60, capacity: 6, overflow: null }));

function doctor(index: number, change: Partial<TrialDoctor> = {}): TrialDoctor {
  const morning = hours(9, 10, 11);
  return { id: doctorIdOf(index), week: { 1: morning, 2: morning, 4: morning }, history: null, ...change };
}

const jobOf = (change: Partial<TrialJob> = {}): TrialJob => ({
  seed: 7,
  days: 12,
  now: defaultRules,
  proposed: defaultRules,
  doctors: [doctor(0), doctor(1)],
  ...change,
});

test('the same rules on both sides differ in nothing: chance decides the same for both', () => {
  const { sources, day } = playTrial(jobOf());
  for (const { median, p90 } of sources) {
    expect(median.proposed).toBe(median.now);
    expect(p90.proposed).toBe(p90.now);
  }
  expect(day.noShows).toMatchObject({ noise: 0 });
  expect(day.noShows.now).toBe(day.noShows.proposed);
});

test('a trial is the same for a seed, and another for another; it tells each day that is done', () => {
  const proposed = { ...defaultRules, callOrder: 'strict' as const };
  const told: number[] = [];
  const one = playTrial(jobOf({ proposed }), (done) => told.push(done));
  expect(playTrial(jobOf({ proposed }))).toEqual(one);
  expect(playTrial(jobOf({ proposed, seed: 8 }))).not.toEqual(one);
  expect(told).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test('strict order costs online patients and helps paid ones, beyond noise; that is seen in each figure', () => {
  const { sources } = playTrial(jobOf({ days: 60, proposed: { ...defaultRules, callOrder: 'strict' } }));
  const of = (source: string) => sources.filter((one) => one.source === source)[0]?.median;
  const difference = (source: string): number => (of(source)?.proposed ?? 0) - (of(source)?.now ?? 0);
  expect(difference('online')).toBeGreaterThan(0);
  expect(difference('online')).toBeGreaterThan(difference('paid'));
  expect(of('online')?.noise).toBeGreaterThan(0);
});

test('the days are those of the own week: who works, in which slots, with how many seats', () => {
  const evening = [{ start: 17 * 60, end: 18 * 60, capacity: 3, overflow: null }];
  const job = jobOf({ doctors: [doctor(0), doctor(1, { week: { 4: [...hours(9), ...evening] } })] });
  const [monday, tuesday, thursday, next] = [0, 1, 2, 3].map((day) => planOwnDay(job, day));
  expect(monday?.doctors.map(({ id }) => id)).toEqual([doctorIdOf(0)]);
  expect(tuesday?.plan.slots).toEqual([hours(9, 10, 11)]);
  expect(thursday?.plan.slots[1]).toEqual([...hours(9), ...evening]);
  expect(next?.doctors).toHaveLength(1);
  const later = thursday?.plan.patients.filter(
    ({ doctor: at, asksAt }) => at === 1 && minuteOf(asksAt) > 14 * 60,
  );
  expect(later?.length).toBeGreaterThan(0);
});

test('where days were seen, as many come of each kind and hour as then, and consultations take as long', () => {
  const history: TrialHistory = {
    days: 4,
    arrivals: [
      { source: 'paid', booked: false, hour: 9, count: 40 },
      { source: 'online', booked: true, hour: -1, count: 20 },
      { source: 'walk_in', booked: false, hour: 22, count: 400 },
    ],
    booked: 40,
    came: 40,
    consultations: { count: 100, meanMinutes: 4, variation: 0.3 },
  };
  const job = jobOf({ doctors: [doctor(0, { history })] });
  const days = Array.from({ length: 60 }, (_, day) => planOwnDay(job, day)?.plan.patients ?? []);
  const all = days.flat();
  const mean = (of: typeof all) => of.length / days.length;
  expect(mean(all.filter(({ source }) => source === 'paid'))).toBeCloseTo(10, 0);
  expect(mean(all.filter(({ source }) => source === 'online'))).toBeCloseTo(5, 0);
  // After the hours nobody gets a token any more.
  expect(all.filter(({ source }) => source === 'walk_in')).toEqual([]);
  expect(all.every(({ booked, comes, cancelsAt }) => !booked || comes || cancelsAt !== null)).toBe(true);
  const minutes = all.reduce((sum, { serviceMs }) => sum + serviceMs / 60_000, 0) / all.length;
  expect(minutes).toBeGreaterThan(3.7);
  expect(minutes).toBeLessThan(4.3);
});

test('without any hours there is no day, and nothing to tell', () => {
  const job = jobOf({ doctors: [doctor(0, { week: {} })] });
  expect(planOwnDay(job, 0)).toBeUndefined();
  const { sources } = playTrial(job);
  expect(sources.every(({ patients, median }) => patients === 0 && median.now === null)).toBe(true);
});
