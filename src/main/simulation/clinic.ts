import type { Book } from '../../shared/model/book';
import {
  type DoctorId,
  doctorIdSchema,
  slotIdSchema,
  type TokenId,
  tokenIdSchema,
} from '../../shared/model/ids';
import type { Slot } from '../../shared/model/slot';
import { MINUTE, serviceDaySchema } from '../../shared/model/time';
import { untouchedBook } from '../engine';

/** Every simulated day is this Monday, its midnight in UTC: nothing of a simulation hangs on the calendar. */
export const SIMULATED_DAY = serviceDaySchema.parse('2026-01-05');
export const MIDNIGHT = Date.parse(`${SIMULATED_DAY}T00:00:00Z`);

/** A minute of the simulated day as an instant. */
export const instantOf = (minute: number): number => MIDNIGHT + Math.round(minute * MINUTE);

/** An instant as minutes of the simulated day. */
export const minuteOf = (instant: number): number => (instant - MIDNIGHT) / MINUTE;

/** A stretch of the day, in minutes from midnight. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The day of the seed: 9–10, 10–11, 11–12, 12–13. */
export const SEED_SLOTS: readonly Stretch[] = hours([540, 600, 660, 720]);

/** Four hours of slots with the doctor's break of 15 minutes after the second. */
export const SLOTS_WITH_BREAK: readonly Stretch[] = hours([540, 600, 675, 735]);

/** Where a doctor may be on a simulated board. */
export function doctorPrefix(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${doctorPrefix(Math.floor(index / 26) - 1)}${letter}`;
}

export const doctorIdOf = (index: number): DoctorId => doctorIdSchema.parse(numberedUuid('d0c0', index));
export const tokenIdOf = (index: number): TokenId => tokenIdSchema.parse(numberedUuid('70ce', index));

/** A stretch with its seats. */
export interface PlannedSlot extends Stretch {
  readonly capacity: number;
  /** Seats above it for emergencies; missing or null: as the rules say. */
  readonly overflow?: number | null;
}

/** An empty book of the simulated day, with as many seats in each slot. */
export function openBook(doctor: number, stretches: readonly Stretch[], capacity: number): Book {
  return openBookOf(
    doctor,
    stretches.map((stretch) => ({ ...stretch, capacity })),
  );
}

export function openBookOf(doctor: number, slots: readonly PlannedSlot[]): Book {
  return untouchedBook({
    doctorId: doctorIdOf(doctor),
    serviceDay: SIMULATED_DAY,
    prefix: doctorPrefix(doctor),
    slots: slots.map((slot, index) => slotOf(doctor * MOST_SLOTS + index, slot)),
  });
}

/** Of one doctor on one day: a day has 36 hours of 5 minutes at most. */
const MOST_SLOTS = 1_000;

function slotOf(index: number, { start, end, capacity, overflow = null }: PlannedSlot): Slot {
  return {
    id: slotIdSchema.parse(numberedUuid('5107', index)),
    startMinute: start,
    endMinute: end,
    startsAt: instantOf(start),
    endsAt: instantOf(end),
    capacity,
    overflow,
    status: 'open',
    delayMinutes: 0,
  };
}

function hours(starts: readonly number[]): Stretch[] {
  return starts.map((start) => ({ start, end: start + 60 }));
}

/** Ids that count up, in the form of a version-4 UUID: the same run has the same ids. */
function numberedUuid(kind: string, index: number): string {
  return `00000000-${kind}-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
