import { describe, expect, it } from 'vitest';
import { observeDay } from '../../src/main/engine/estimate/day';
import {
  arrivalRate,
  calibrate,
  classMean,
  doctorMean,
  HALF_LIFE,
  learn,
  minutesUntilStart,
  newPace,
  type PaceModel,
  paceOf,
  RATIOS_KEPT,
  showRate,
  squaredVariation,
} from '../../src/main/engine/estimate/pace';
import { cells } from '../../src/main/simulation/cells';
import { doctorIdOf, instantOf, openBook, SEED_SLOTS } from '../../src/main/simulation/clinic';
import { ClinicDay } from '../../src/main/simulation/clinic-day';
import { planDay } from '../../src/main/simulation/plan';
import { defaultRules } from '../../src/shared/model/settings';
import type { Source } from '../../src/shared/model/token';

const doctorId = doctorIdOf(0);

function taught(list: readonly (readonly [Source, number])[], pace: PaceModel = newPace): PaceModel {
  return list.reduce(
    (model, [source, minutes]) => learn(model, { kind: 'consultation', doctorId, source, minutes }),
    pace,
  );
}
const keep = 2 ** (-1 / HALF_LIFE.consultations);

describe('consultations', () => {
  it('with nothing known the pace is what the slots plan', () => {
    const doctor = paceOf(newPace, doctorId);
    expect(doctorMean(doctor, 12)).toBe(12);
    expect(classMean(doctor, 'paid', 12)).toBe(12);
    expect(squaredVariation(doctor)).toBeCloseTo(0.36, 12);
  });

  it('a class is shrunk to its doctor with weight 20, the doctor to the plan with weight 5', () => {
    const doctor = paceOf(
      taught([
        ['paid', 10],
        ['online', 4],
      ]),
      doctorId,
    );
    // Weights: 4 counts 1, 10 counts `keep`.
    const mean = (10 * keep + 4) / (keep + 1);
    const ofDoctor = ((keep + 1) * mean + 5 * 6) / (keep + 6);
    expect(doctorMean(doctor, 6)).toBeCloseTo(ofDoctor, 9);
    expect(classMean(doctor, 'paid', 6)).toBeCloseTo((keep * 10 + 20 * ofDoctor) / (keep + 20), 9);
    expect(classMean(doctor, 'walk_in', 6)).toBeCloseTo(ofDoctor, 9);
  });

  it('count as at least 1 and at most 60 minutes', () => {
    const doctor = paceOf(taught([['paid', 500]]), doctorId);
    expect(doctor.all.mean).toBe(60);
    expect(paceOf(taught([['paid', 0.01]]), doctorId).all.mean).toBe(1);
    expect(taught([['paid', Number.NaN]])).toEqual({
      ...newPace,
      doctors: { [doctorId]: paceOf(newPace, doctorId) },
    });
  });

  it('count half after 400 more of the doctor, whatever their class', () => {
    let pace = taught([['paid', 10]]);
    for (let count = 0; count < HALF_LIFE.consultations; count += 1) pace = taught([['online', 5]], pace);
    expect(paceOf(pace, doctorId).bySource.paid?.weight).toBeCloseTo(0.5, 9);
  });

  it('a changed pace is followed', () => {
    let pace = taught(Array.from({ length: 1000 }, () => ['walk_in', 5] as const));
    pace = taught(
      Array.from({ length: 2000 }, () => ['walk_in', 9] as const),
      pace,
    );
    expect(doctorMean(paceOf(pace, doctorId), 5)).toBeGreaterThan(8.8);
  });

  it('leaves the old model as it was, and survives JSON', () => {
    const before = JSON.stringify(newPace);
    const pace = learn(taught([['paid', 7]]), { kind: 'wait', predictedMs: 60_000, actualMs: 180_000 });
    expect(JSON.stringify(newPace)).toBe(before);
    expect(JSON.parse(JSON.stringify(pace))).toEqual(pace);
  });
});

describe('waits', () => {
  it('correct the prediction on average', () => {
    let pace = newPace;
    for (let count = 0; count < 5000; count += 1) {
      pace = learn(pace, { kind: 'wait', predictedMs: 27 * 60_000, actualMs: 42 * 60_000 });
    }
    // (42 + 3) / (27 + 3) = 1.5, but for the 200 imagined minutes.
    expect(calibrate(27, pace)).toBeCloseTo(42, 0);
    expect(calibrate(0, newPace)).toBe(0);
  });

  it('keep the latest ratios only', () => {
    let pace = newPace;
    for (let count = 0; count < RATIOS_KEPT + 5; count += 1) {
      pace = learn(pace, { kind: 'wait', predictedMs: 0, actualMs: count === 0 ? 6e6 : 0 });
    }
    expect(pace.ratios).toHaveLength(RATIOS_KEPT);
    expect(Math.max(...pace.ratios)).toBeLessThan(2);
  });
});

describe('days', () => {
  const day = {
    kind: 'day',
    doctorId,
    minutes: 240,
    lateMinutes: 10,
    arrivals: { walk_in: 24 },
    expected: 20,
    came: 10,
  } as const;

  it('teach who comes unannounced, and who of those expected', () => {
    const doctor = paceOf(learn(newPace, day), doctorId);
    expect(arrivalRate(doctor, 'walk_in')).toBe(0.1);
    expect(arrivalRate(doctor, 'emergency')).toBe(0);
    expect(showRate(doctor)).toBeCloseTo((10 + 8) / 30, 12);
  });

  it('the first of a clinic teaches nothing of waits: nobody knew yet who comes unannounced', () => {
    const wait = { kind: 'wait', predictedMs: 60_000, actualMs: 180_000 } as const;
    const first = learn(learn(newPace, wait), day);
    expect(first.waits).toEqual(newPace.waits);
    expect(first.ratios).toEqual([]);
    const second = learn(first, wait);
    expect(learn(second, day)).toMatchObject({ waits: second.waits, ratios: second.ratios });
    expect(second.ratios).toHaveLength(1);
  });

  it('teach how late the doctor is: the mean, and once late, the rest of those later still', () => {
    const pace = [4, 10, 22].reduce((model, lateMinutes) => learn(model, { ...day, lateMinutes }), newPace);
    const doctor = paceOf(pace, doctorId);
    expect(minutesUntilStart(doctor, -30)).toBe(42);
    expect(minutesUntilStart(doctor, 8)).toBe((2 + 14) / 2);
    expect(minutesUntilStart(doctor, 25)).toBe(0);
    expect(minutesUntilStart(paceOf(newPace, doctorId), -30)).toBe(30);
  });

  it('are read from the book when they are over', () => {
    const [cell] = cells;
    if (!cell) throw new Error('no cells');
    const plan = planDay(cell, 1, 0);
    const [book] = new ClinicDay(plan, { policy: 'fair', rules: defaultRules }).run();
    if (!book) throw new Error('no doctors');
    const seen = observeDay(book);
    const walkIns = plan.patients.filter((one) => one.doctor === 0 && one.source === 'walk_in').length;
    expect(seen.minutes).toBe(240);
    expect(seen.arrivals.walk_in).toBe(walkIns);
    expect(seen.lateMinutes).toBeGreaterThanOrEqual((plan.lateMs[0] ?? 0) / 60_000 - 0.001);
    expect(seen.came).toBeLessThanOrEqual(seen.expected);
  });

  it('without patients teach no delay', () => {
    expect(observeDay(openBook(0, SEED_SLOTS, 5)).lateMinutes).toBeNull();
    expect(instantOf(0)).toBeGreaterThan(0);
  });
});
