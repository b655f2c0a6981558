import { type VisitOutcome, visitOutcomes } from '../../shared/model/report';
import type { Cohort } from '../../shared/model/report-figures';
import { cohorts } from '../../shared/model/report-figures';
import { type Instant, MINUTE } from '../../shared/model/time';
import { channels, sources } from '../../shared/model/token';
import type { ReadClinic } from '../app/outside/reading-room';
import { flag, outcomeCode, sourceCode } from '../store/visit-codes';
import type { Days } from './days';

/** A row of `visits`, in the order of {@link visitColumns}. Codes are those of visit-codes.ts. */
export interface Visit {
  readonly day: number;
  readonly doctor: number;
  readonly series: number;
  readonly sequence: number;
  readonly source: number;
  readonly channel: number;
  readonly outcome: number;
  readonly flags: number;
  readonly returning: number | null;
  readonly issuedBy: number | null;
  readonly slotStart: number | null;
  readonly issuedAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly calledAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly quotedFrom: Instant | null;
  readonly quotedTo: Instant | null;
}

export const visitColumns = `day, doctor, series, sequence, source, channel, outcome, flags, returning_patient, issued_by,
  slot_start, issued_at, arrived_at, called_at, started_at, ended_at, quoted_from, quoted_to`;

export function visitOf(row: readonly (number | null)[]): Visit {
  return {
    day: row[0] as number,
    doctor: row[1] as number,
    series: row[2] as number,
    sequence: row[3] as number,
    source: row[4] as number,
    channel: row[5] as number,
    outcome: row[6] as number,
    flags: row[7] as number,
    returning: row[8] as number | null,
    issuedBy: row[9] as number | null,
    slotStart: row[10] as number | null,
    issuedAt: row[11] as number,
    arrivedAt: row[12] as number | null,
    calledAt: row[13] as number | null,
    startedAt: row[14] as number | null,
    endedAt: row[15] as number | null,
    quotedFrom: row[16] as number | null,
    quotedTo: row[17] as number | null,
  };
}

const OPEN = outcomeCode('open');
const SERVED = outcomeCode('served');
const NO_SHOW = outcomeCode('no_show');
const CANCELLED = outcomeCode('cancelled');
const LEFT = outcomeCode('left_unseen');
const TRANSFERRED = outcomeCode('transferred');
const UNDONE = outcomeCode('undone');
const EMERGENCY = sourceCode('emergency');
const unseen = new Set(
  (['sent_away', 'doctor_gone', 'closed_by_clock', 'not_seen'] satisfies VisitOutcome[]).map(outcomeCode),
);
const targetCache = new WeakMap<ReadClinic, readonly (number | null)[]>();

/** Each cohort a bit. */
export const bitOf = Object.fromEntries(cohorts.map((name, index) => [name, 2 ** index])) as Record<
  Cohort,
  number
>;

/** What reports say of one visit; minutes where nothing else is said. NaN: nothing can be said. */
export interface VisitFacts {
  /** The cohorts it belongs to. */
  readonly mask: number;
  readonly wait: number;
  /** From arrival to the end of the consultation. */
  readonly stay: number;
  /** How much later than the middle of the quoted range it was called. */
  readonly error: number;
  /** Cancelled so many hours before its slot. */
  readonly early: number;
  readonly consultation: number;
}

/** Since when it waits: for its slot only from the printed start on; null: it never came. */
export function dueOf({ arrivedAt, slotStart, flags, day }: Visit, days: Days): Instant | null {
  if (arrivedAt === null) return null;
  if (slotStart === null || (flags & flag.extra) !== 0) return arrivedAt;
  return Math.max(arrivedAt, days.instantOf(day, slotStart));
}

/** Whether its wait is known: who was seen, or is called or with the doctor now. */
export function hasWaited({ outcome, arrivedAt, calledAt }: Visit): boolean {
  return (outcome === SERVED || outcome === OPEN) && arrivedAt !== null && calledAt !== null;
}

function targetsOf(clinic: ReadClinic): readonly (number | null)[] {
  const known = targetCache.get(clinic) ?? sources.map((source) => clinic.targets[source] ?? null);
  targetCache.set(clinic, known);
  return known;
}

/** Of the consultations those whose end is not before their beginning: a clock may have been set back. */
export function consultationOf({
  outcome,
  startedAt,
  calledAt,
  endedAt,
}: Visit): readonly [Instant, Instant] | null {
  const start = startedAt ?? calledAt;
  if (outcome !== SERVED || start === null || endedAt === null || endedAt < start) return null;
  return [start, endedAt];
}

export function factsOf(visit: Visit, days: Days, clinic: ReadClinic): VisitFacts {
  const { outcome, flags, arrivedAt, calledAt, endedAt, startedAt, source } = visit;
  const isCounted = outcome !== TRANSFERRED && outcome !== UNDONE;
  let mask = 0;
  const add = (name: Cohort): void => {
    mask |= bitOf[name];
  };
  if (isCounted && arrivedAt !== null) {
    add('patients');
    add(visit.returning === null ? 'unknownPatients' : visit.returning ? 'returningPatients' : 'newPatients');
  }
  if (outcome === SERVED) add('served');
  if (outcome === OPEN) add('open');
  if (outcome === NO_SHOW) add('noShows');
  if (outcome === CANCELLED) add('cancelled');
  if (outcome === LEFT) add('leftUnseen');
  if (outcome === TRANSFERRED) add('transferred');
  if (outcome === UNDONE) add('undone');
  if (unseen.has(outcome)) add('notSeen');
  if (isCounted && outcome !== CANCELLED && outcome !== OPEN) add('expected');
  if (isCounted) {
    if (flags & flag.displaced) add('displaced');
    if (flags & flag.overflow) add('overflow');
    if (flags & flag.promoted) add('promoted');
    if (flags & flag.extra) add('extras');
  }
  if ((flags & flag.continues) === 0) add('issued');
  const due = dueOf(visit, days);
  let wait = Number.NaN;
  let error = Number.NaN;
  if (hasWaited(visit) && due !== null && calledAt !== null) {
    wait = Math.max(0, calledAt - due) / MINUTE;
    add('waited');
    const target = source === EMERGENCY ? null : (targetsOf(clinic)[source] ?? null);
    if (target !== null) add('withTarget');
    if (target !== null && wait > target) add('overTarget');
    const { quotedFrom, quotedTo } = visit;
    if (quotedFrom !== null && quotedTo !== null) {
      error = (calledAt - (quotedFrom + quotedTo) / 2) / MINUTE;
      add('quoted');
      // A range says minutes: its last one belongs to it whole.
      if (calledAt < quotedFrom) add('beforeQuote');
      else if (calledAt >= quotedTo + MINUTE) add('afterQuote');
      else add('insideQuote');
    }
  }
  const consultation = startedAt !== null ? consultationOf(visit) : null;
  const stay =
    outcome === SERVED && arrivedAt !== null && endedAt !== null && endedAt >= arrivedAt
      ? (endedAt - arrivedAt) / MINUTE
      : Number.NaN;
  return {
    mask,
    wait,
    stay,
    error,
    early: outcome === CANCELLED ? earlyOf(visit, days) : Number.NaN,
    consultation: consultation ? (consultation[1] - consultation[0]) / MINUTE : Number.NaN,
  };
}

function earlyOf({ slotStart, endedAt, day }: Visit, days: Days): number {
  if (slotStart === null || endedAt === null) return Number.NaN;
  return (days.instantOf(day, slotStart) - endedAt) / (60 * MINUTE);
}

/** By its arrival; of whoever never came by the slot, or else the issue. -1: not within its day. */
export function hourOf(visit: Visit, days: Days): number {
  const { day, arrivedAt, slotStart, issuedAt } = visit;
  if (arrivedAt !== null) return days.hourOf(day, arrivedAt);
  if (slotStart !== null) return Math.floor(slotStart / 60);
  return days.hourOf(day, issuedAt);
}

export const leads = ['0', '1', '2-3', '4-7', '8-14', '15+'] as const;

/** How many days before its day it was issued. */
export function leadOf({ day, issuedAt }: Visit, days: Days): (typeof leads)[number] {
  const lead = Math.max(0, day - days.dayOf(issuedAt));
  if (lead <= 1) return lead === 0 ? '0' : '1';
  if (lead <= 3) return '2-3';
  if (lead <= 7) return '4-7';
  return lead <= 14 ? '8-14' : '15+';
}

export const sourceName = (code: number): string => sources[code] ?? '';
export const channelName = (code: number): string => channels[code] ?? '';
export const outcomeName = (code: number): VisitOutcome => visitOutcomes[code] ?? 'open';
