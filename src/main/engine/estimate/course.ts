import type { Book } from '../../../shared/model/book';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { bySlotTime, endOf, startOf } from '../timing';

/** A stretch between two slots in which the doctor sees nobody. */
export interface Pause {
  readonly at: Instant;
  readonly lengthMs: number;
}

/**
 * The gaps between the slots, by the doctor's real times (R22). Slots that follow one another by the printed clock have
 * none: where a break has moved the next one, the doctor who is back works through.
 */
export function pausesOf({ slots }: Pick<Book, 'slots'>): Pause[] {
  const inOrder = slots.filter((slot) => slot.status === 'open').sort(bySlotTime);
  return inOrder.flatMap((slot, index) => {
    const next = inOrder[index + 1];
    if (!next || next.startsAt <= slot.endsAt) return [];
    const lengthMs = startOf(next) - endOf(slot);
    return lengthMs > 0 ? [{ at: endOf(slot), lengthMs }] : [];
  });
}

/** A pause that begins late is as long as ever, up to this; a longer one ends when the next slot begins. */
const REST_MS = 60 * MINUTE;

/** When a pause is over whose last patient left at `left`. */
export function endOfPause({ at, lengthMs }: Pause, left: Instant): Instant {
  return Math.max(at + lengthMs, Math.max(at, left) + Math.min(lengthMs, REST_MS));
}

/** When the doctor who begins at `from` has worked for so long: a pause due by then is taken. */
export function afterWork(pauses: readonly Pause[], from: Instant, workMs: number): Instant {
  let reached = from + workMs;
  for (const pause of pauses) {
    const end = pause.at + pause.lengthMs;
    if (end <= from) continue;
    if (pause.at > reached) break;
    // Of a pause that has begun by `from` only the rest is ahead.
    reached = pause.at < from ? reached + end - from : endOfPause(pause, reached);
  }
  return reached;
}

/** How much of the time between the two the doctor works: what {@link afterWork} takes to get there. */
export function workBetween(pauses: readonly Pause[], from: Instant, until: Instant): number {
  let work = until - from;
  for (const { at, lengthMs } of pauses) {
    work -= Math.max(0, Math.min(until, at + lengthMs) - Math.max(from, at));
  }
  return Math.max(0, work);
}

/** When the doctor's hours are over for today; undefined: there are none. */
export function endOfHours({ slots }: Pick<Book, 'slots'>): Instant | undefined {
  const ends = slots.filter((slot) => slot.status === 'open').map(endOf);
  return ends.length === 0 ? undefined : Math.max(...ends);
}
