import { MINUTE } from '../../shared/model/time';
import type { Source } from '../../shared/model/token';
import { instantOf, type PlannedSlot, SLOTS_WITH_BREAK, type Stretch } from './clinic';
import type { Outage } from './outage';
import { RandomStream } from './random';

/** One kind of clinic: what the evaluation varies. */
export interface Cell {
  readonly name: string;
  readonly doctors: number;
  /** Mean consultation, minutes. */
  readonly serviceMinutes: number;
  /** Coefficient of variation of the consultation. */
  readonly variation: number;
  readonly distribution: 'gamma' | 'lognormal';
  /** Probability that somebody with a booking never comes. */
  readonly noShow: number;
  /** Consultation minutes of those who come, over the minutes of the slots. */
  readonly load: number;
  /** Of those who come, emergencies aside: how many leave for good, without a word, half an hour after coming at most. */
  readonly leaves: number;
  /** Of those who come: how many are out of the room, without a word, when first called. */
  readonly stepsOut: number;
  /** The PC is off for so long, from eight; 0: never. */
  readonly outageMinutes: number;
  /** Of the walk-in patients: how many have a token of the next doctor too. */
  readonly twoDoctors: number;
}

/** Shares of those who come; the mix of the anchors. */
export const MIX: Readonly<Record<Source, number>> = {
  emergency: 0.05,
  paid: 0.15,
  follow_up: 0.25,
  walk_in: 0.35,
  online: 0.2,
};

/** Of each kind, the share that asks for its token from afar, before coming. */
const BOOKED_SHARE: Readonly<Record<Source, number>> = {
  emergency: 0,
  paid: 0.5,
  follow_up: 1,
  walk_in: 0,
  online: 1,
};

/** Of the bookings: how many are cancelled before the visit, and how many are asked for during the morning. */
const CANCELLED_SHARE = 0.05;
const SAME_MORNING_SHARE = 0.3;
/** Of all: how many have a need that goes first among equals (R26). */
const NEED_SHARE = 0.1;
/** How long, in minutes, those who leave for good stay, and those who step out are away. */
const PATIENCE = [1, 30] as const;
const AWAY = [2, 15] as const;

const OUTAGE_FROM = 8 * 60;
/** The hours of the evaluation's doctors. */
const MORNING: Stretch = {
  start: SLOTS_WITH_BREAK[0]?.start ?? 0,
  end: SLOTS_WITH_BREAK.at(-1)?.end ?? 0,
};

/** When people ask, in minutes, by the hours of the doctor whom they ask for. */
interface Asking {
  readonly opens: number;
  /** Nobody books or cancels for the same day after it. */
  readonly lastBooking: number;
  readonly walkIn: Stretch;
  readonly emergency: Stretch;
  readonly peak: { readonly at: number; readonly deviation: number };
}

function askingFor({ start, end }: Stretch): Asking {
  return {
    opens: start - 120,
    lastBooking: Math.max(start, end - 135),
    walkIn: { start: start - 60, end: Math.max(start, end - 45) },
    emergency: { start: start - 30, end: Math.max(start, end - 15) },
    // In a morning of four and a quarter hours: a quarter past nine, give or take 35 minutes.
    peak: { at: start + 15, deviation: (35 * (end - start)) / 255 },
  };
}

/** All that chance decides about one patient, fixed before any policy runs (common random numbers). */
export interface PlannedPatient {
  readonly index: number;
  readonly doctor: number;
  /** Who it is, where one patient has tokens of two doctors: the index of the first; null: nobody else's. */
  readonly person: number | null;
  readonly source: Source;
  /** Has a need that goes first among equals (R26). */
  readonly hasNeed: boolean;
  /** When the token is asked for; an instant, as all times here. */
  readonly asksAt: number;
  /** From afar: not here when it is issued. */
  readonly booked: boolean;
  /** Which of the slots with free seats a booking picks: 0 the first, towards 1 the last. */
  readonly slotChoice: number;
  /** A booked patient comes this much after the start of the slot (mostly before: negative), milliseconds. */
  readonly punctualityMs: number;
  /** From hearing of a seat to being here, at least; milliseconds. */
  readonly travelMs: number;
  readonly comes: boolean;
  readonly cancelsAt: number | null;
  readonly serviceMs: number;
  /** At the first call the patient is away for this long; 0: here. */
  readonly steppedOutMs: number;
  /** Leaves for good, without a word, so long after coming; Infinity: never. */
  readonly leavesAfterMs: number;
}

export interface DayPlan {
  /** Of each doctor. In a cell: as many seats a slot as the mean consultation fits into the hour. */
  readonly slots: readonly (readonly PlannedSlot[])[];
  /** Each doctor's delay at the start of the day, milliseconds. */
  readonly lateMs: readonly number[];
  readonly outage: Outage | null;
  readonly patients: readonly PlannedPatient[];
}

/** A day of this cell: the same seed and day give the same plan, whatever the policy or the settings. */
export function planDay(cell: Cell, seed: number, day: number): DayPlan {
  const stretches = SLOTS_WITH_BREAK;
  const minutes = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const stream = (purpose: string, doctor: number): RandomStream =>
    new RandomStream(seed, purpose, doctor, day);
  const doctors = Array.from({ length: cell.doctors }, (_, doctor) => doctor);
  const comers = (cell.load * minutes) / cell.serviceMinutes;
  const drafts = doctors.flatMap((doctor) =>
    planPatients(cell, comers, stream('patients', doctor), stream('habits', doctor)).map((draft) => ({
      ...draft,
      doctor,
    })),
  );
  const outageFrom = instantOf(OUTAGE_FROM);
  const outage = { from: outageFrom, to: outageFrom + cell.outageMinutes * MINUTE };
  const capacity = Math.max(1, Math.round(60 / cell.serviceMinutes));
  const patients = drafts.map((draft, index) => ({ ...draft, index, person: null }));
  return {
    slots: doctors.map(() => stretches.map((stretch) => ({ ...stretch, capacity }))),
    lateMs: doctors.map((doctor) => stream('late', doctor).uniform(0, 30) * MINUTE),
    outage: cell.outageMinutes > 0 ? outage : null,
    patients: withTwoDoctors(cell, patients, stream('two doctors', 0)),
  };
}

/**
 * Some walk-in patients of a doctor are the same people as walk-in patients of the next one: they come for both at
 * once, and neither leave nor step out. The load of each doctor stays what it was.
 */
function withTwoDoctors(
  { doctors, twoDoctors }: Cell,
  patients: readonly PlannedPatient[],
  random: RandomStream,
): PlannedPatient[] {
  const result = [...patients];
  if (doctors < 2 || twoDoctors === 0) return result;
  const alone = { steppedOutMs: 0, leavesAfterMs: Number.POSITIVE_INFINITY };
  for (const first of patients) {
    if (first.source !== 'walk_in' || result[first.index]?.person !== null) continue;
    if (!random.chance(twoDoctors)) continue;
    const next = (first.doctor + 1) % doctors;
    const other = result.find(
      ({ doctor, source, person }) => doctor === next && source === 'walk_in' && person === null,
    );
    if (!other) continue;
    const both = { ...alone, person: first.index, asksAt: first.asksAt };
    result[first.index] = { ...first, ...both };
    result[other.index] = { ...other, ...both };
  }
  return result;
}

export type Draft = Omit<PlannedPatient, 'index' | 'doctor' | 'person'>;
/** What planning one patient needs of a cell. */
export type Habits = Pick<
  Cell,
  'serviceMinutes' | 'variation' | 'distribution' | 'noShow' | 'leaves' | 'stepsOut'
>;

/** `habits`: what came to be asked later has draws of its own, so that the days of the older cells stay what they were. */
export function planPatients(
  cell: Habits,
  comers: number,
  random: RandomStream,
  habits: RandomStream,
  hours = MORNING,
): Draft[] {
  const patients: Draft[] = [];
  for (const [source, share] of Object.entries(MIX) as [Source, number][]) {
    const expected = comers * share;
    const booked = (expected * BOOKED_SHARE[source]) / ((1 - cell.noShow) * (1 - CANCELLED_SHARE));
    const walking = expected * (1 - BOOKED_SHARE[source]);
    for (let left = wholeNumber(booked, random); left > 0; left -= 1) {
      patients.push(planPatient(cell, source, true, random, habits, hours));
    }
    for (let left = random.poisson(walking); left > 0; left -= 1) {
      patients.push(planPatient(cell, source, false, random, habits, hours));
    }
  }
  return patients;
}

/** `asksAt`: the minute in which the token is asked for; by default as people do for a doctor of these hours. */
export function planPatient(
  cell: Habits,
  source: Source,
  booked: boolean,
  random: RandomStream,
  habits: RandomStream,
  hours: Stretch,
  asksAt?: number,
): Draft {
  const asking = askingFor(hours);
  const asks = asksAt ?? (booked ? bookingMinute(asking, random) : arrivalMinute(asking, source, random));
  const cancels = booked && random.chance(CANCELLED_SHARE);
  const leaves = source !== 'emergency' && habits.chance(cell.leaves);
  return {
    source,
    hasNeed: habits.chance(NEED_SHARE),
    booked,
    asksAt: instantOf(asks),
    slotChoice: random.next(),
    punctualityMs: random.normal(-10, 9.8) * MINUTE,
    travelMs: random.uniform(10, 50) * MINUTE,
    comes: !booked || (!random.chance(cell.noShow) && !cancels),
    cancelsAt: cancels ? instantOf(random.uniform(asks, Math.max(asks, asking.lastBooking))) : null,
    serviceMs: Math.max(1000, Math.round(serviceMinutes(cell, random) * MINUTE)),
    steppedOutMs: random.chance(cell.stepsOut) ? random.uniform(...AWAY) * MINUTE : 0,
    leavesAfterMs: leaves ? habits.uniform(...PATIENCE) * MINUTE : Number.POSITIVE_INFINITY,
  };
}

function serviceMinutes(
  { serviceMinutes: mean, variation, distribution }: Habits,
  random: RandomStream,
): number {
  return distribution === 'gamma' ? random.gamma(mean, variation) : random.lognormal(mean, variation);
}

function bookingMinute({ opens, lastBooking }: Asking, random: RandomStream): number {
  return random.chance(SAME_MORNING_SHARE)
    ? random.uniform(opens, lastBooking)
    : opens - random.uniform(0, 60);
}

/** Emergencies come evenly over the hours of the doctor; the others with a peak soon after the first slot begins. */
function arrivalMinute({ emergency, walkIn, peak }: Asking, source: Source, random: RandomStream): number {
  if (source === 'emergency') return random.uniform(emergency.start, emergency.end);
  if (random.chance(0.4)) return random.uniform(walkIn.start, walkIn.end);
  for (;;) {
    const minute = random.normal(peak.at, peak.deviation);
    if (minute >= walkIn.start && minute <= walkIn.end) return minute;
  }
}

/** A whole number with this mean: rounded up as often as its fraction says. */
function wholeNumber(mean: number, random: RandomStream): number {
  return Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0);
}
