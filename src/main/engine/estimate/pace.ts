import type { DoctorId } from '../../../shared/model/ids';
import { MINUTE } from '../../../shared/model/time';
import type { Source } from '../../../shared/model/token';

/**
 * What a clinic has learned about how long things take. Plain JSON data: keep it as it is, give it back as it was.
 * Older observations count less: half as much after {@link HALF_LIFE} more of their kind.
 */
export interface PaceModel {
  readonly doctors: Readonly<Record<DoctorId, DoctorPace>>;
  /** The latest (actual + 3) / (predicted + 3) of the queue's part of waits in minutes, oldest first. */
  readonly ratios: readonly number[];
  /** Sums behind the calibration: (actual + 3) and (predicted + 3), forgetting. */
  readonly waits: { readonly actual: number; readonly predicted: number };
}

export interface DoctorPace {
  readonly all: Moments;
  readonly bySource: Readonly<Partial<Record<Source, Moments>>>;
  /** How late the doctor began, minutes, the latest {@link DAYS_KEPT} days. */
  readonly late: readonly number[];
  /** Minutes of slots observed, and who came without a booking in them. */
  readonly minutes: number;
  readonly arrivals: Readonly<Partial<Record<Source, number>>>;
  /** Of those who had a seat before coming, who came. */
  readonly expected: number;
  readonly came: number;
}

/** Weighted count, mean, and mean of squares of consultations in minutes. */
export interface Moments {
  readonly weight: number;
  readonly mean: number;
  readonly square: number;
}

export type Observation =
  /** A consultation ended: how long it took. */
  | { readonly kind: 'consultation'; doctorId: DoctorId; source: Source; minutes: number }
  /** Somebody was called: the queue's part of the wait as it was foreseen when the patient came, and as it was. */
  | { readonly kind: 'wait'; predictedMs: number; actualMs: number }
  /** A day is over; see `observeDay`. */
  | ({ readonly kind: 'day' } & DayObservation);

export interface DayObservation {
  readonly doctorId: DoctorId;
  /** Of all slots together. */
  readonly minutes: number;
  readonly lateMinutes: number | null;
  readonly arrivals: Readonly<Partial<Record<Source, number>>>;
  readonly expected: number;
  readonly came: number;
}

/** Consultations (of one doctor), waits, and days after which an observation counts half. */
export const HALF_LIFE = { consultations: 400, waits: 1000, days: 20 } as const;
/** Consultations count as between these, minutes: a forgotten click teaches nothing. */
export const WINSOR = { least: 1, most: 60 } as const;
/** A class of patients needs this many consultations to count as much as all patients of the doctor together. */
export const SHRINKAGE = 20;
/** What is assumed of a doctor nobody has seen work, besides the pace that the slots plan. */
const PRIOR = { weight: 5, variation: 0.6, show: 0.8, shows: 10 } as const;
export const RATIOS_KEPT = 1500;
const DAYS_KEPT = 40;

export const newPace: PaceModel = { doctors: {}, ratios: [], waits: { actual: 0, predicted: 0 } };

const noMoments: Moments = { weight: 0, mean: 0, square: 0 };
const newDoctor: DoctorPace = {
  all: noMoments,
  bySource: {},
  late: [],
  minutes: 0,
  arrivals: {},
  expected: 0,
  came: 0,
};

/** The model that also knows this observation; the old one stays as it was. */
export function learn(pace: PaceModel, observation: Observation): PaceModel {
  if (observation.kind === 'wait') return learnWait(pace, observation);
  const { doctorId } = observation;
  const doctor = paceOf(pace, doctorId);
  const after =
    observation.kind === 'day' ? learnDay(doctor, observation) : learnConsultation(doctor, observation);
  const doctors = { ...pace.doctors, [doctorId]: after };
  // Waits foreseen while nobody knew yet who comes without a booking were foreseen too short: they teach nothing.
  const isFirstDay =
    observation.kind === 'day' && !Object.values(pace.doctors).some(({ minutes }) => minutes > 0);
  return isFirstDay ? { ...newPace, doctors } : { ...pace, doctors };
}

export function paceOf(pace: PaceModel, doctorId: DoctorId): DoctorPace {
  return pace.doctors[doctorId] ?? newDoctor;
}

/** How much one more observation leaves of the weight of the older ones. */
const keep = (halfLife: number): number => 2 ** (-1 / halfLife);

function learnConsultation(
  doctor: DoctorPace,
  { source, minutes }: { source: Source; minutes: number },
): DoctorPace {
  if (!Number.isFinite(minutes)) return doctor;
  const value = Math.min(WINSOR.most, Math.max(WINSOR.least, minutes));
  const aged = Object.entries(doctor.bySource).map(([key, moments]) => [key, age(moments)] as const);
  const bySource: DoctorPace['bySource'] = Object.fromEntries(aged);
  const own = bySource[source] ?? noMoments;
  return {
    ...doctor,
    all: include(age(doctor.all), value),
    bySource: { ...bySource, [source]: include(own, value) },
  };
}

function age(moments: Moments): Moments {
  return { ...moments, weight: moments.weight * keep(HALF_LIFE.consultations) };
}

function include({ weight, mean, square }: Moments, value: number): Moments {
  const total = weight + 1;
  return {
    weight: total,
    mean: mean + (value - mean) / total,
    square: square + (value ** 2 - square) / total,
  };
}

function learnWait(pace: PaceModel, wait: { predictedMs: number; actualMs: number }): PaceModel {
  const actual = Math.max(0, wait.actualMs / MINUTE) + 3;
  const predicted = Math.max(0, wait.predictedMs / MINUTE) + 3;
  if (!Number.isFinite(actual) || !Number.isFinite(predicted)) return pace;
  const kept = keep(HALF_LIFE.waits);
  return {
    ...pace,
    waits: {
      actual: pace.waits.actual * kept + actual,
      predicted: pace.waits.predicted * kept + predicted,
    },
    ratios: [...pace.ratios.slice(1 - RATIOS_KEPT), actual / (calibrate(predicted - 3, pace) + 3)],
  };
}

/**
 * A prediction in minutes, made right on average: by what waits have been over what was predicted, both plus 3 minutes
 * as in the range. 200 minutes of imagined waits as predicted keep the first days calm.
 */
export function calibrate(predicted: number, { waits }: PaceModel): number {
  const factor = (waits.actual + 200) / (waits.predicted + 200);
  return Math.max(0, (predicted + 3) * factor - 3);
}

function learnDay(doctor: DoctorPace, day: DayObservation): DoctorPace {
  const kept = keep(HALF_LIFE.days);
  const sources = [...Object.keys(doctor.arrivals), ...Object.keys(day.arrivals)] as Source[];
  const arrivals = sources.map((source) => {
    const sum = (doctor.arrivals[source] ?? 0) * kept + (day.arrivals[source] ?? 0);
    return [source, sum] as const;
  });
  return {
    ...doctor,
    late: day.lateMinutes === null ? doctor.late : [...doctor.late.slice(1 - DAYS_KEPT), day.lateMinutes],
    minutes: doctor.minutes * kept + day.minutes,
    arrivals: Object.fromEntries(arrivals),
    expected: doctor.expected * kept + day.expected,
    came: doctor.came * kept + day.came,
  };
}

/** Mean consultation of a doctor in minutes; with nothing known, the pace that the slots plan. */
export function doctorMean(doctor: DoctorPace, planned: number): number {
  const { weight, mean } = doctor.all;
  return (weight * mean + PRIOR.weight * planned) / (weight + PRIOR.weight);
}

/** Mean consultation of a class in minutes, shrunk to the doctor's mean (James and Stein, 1961, in spirit). */
export function classMean(doctor: DoctorPace, source: Source, planned: number): number {
  const { weight, mean } = doctor.bySource[source] ?? noMoments;
  return (weight * mean + SHRINKAGE * doctorMean(doctor, planned)) / (weight + SHRINKAGE);
}

/** Squared coefficient of variation of the doctor's consultations. */
export function squaredVariation(doctor: DoctorPace): number {
  const { weight, mean, square } = doctor.all;
  const own = mean > 0 ? Math.max(0, square / mean ** 2 - 1) : 0;
  return (weight * own + SHRINKAGE * PRIOR.variation ** 2) / (weight + SHRINKAGE);
}

/** The share of those with a seat who come. */
export function showRate({ expected, came }: DoctorPace): number {
  return (came + PRIOR.shows * PRIOR.show) / (expected + PRIOR.shows);
}

/** Patients of this class who come without a booking, a minute of the doctor's slots. */
export function arrivalRate({ minutes, arrivals }: DoctorPace, source: Source): number {
  return minutes > 0 ? (arrivals[source] ?? 0) / minutes : 0;
}

/** Minutes until a doctor who is already `lateBy` minutes late (negative: not yet due) begins, by the latest days. */
export function minutesUntilStart({ late }: DoctorPace, lateBy: number): number {
  if (lateBy < 0) return -lateBy + (late.length > 0 ? sum(late) / late.length : 0);
  const later = late.filter((minutes) => minutes > lateBy).map((minutes) => minutes - lateBy);
  return later.length > 0 ? sum(later) / later.length : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
