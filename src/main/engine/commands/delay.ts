import type { Book } from '../../../shared/model/book';
import { type Slot, slotSchema } from '../../../shared/model/slot';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { checked, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { refuseOtherDay } from '../refusals';
import { endOf, startOf } from '../timing';

/**
 * R22: the doctor is `minutes` late: so much later than printed is every slot that is not over. 0: on time again.
 * Said during a break, it outlives that. Errors: INVALID_INPUT outside 0–720.
 */
export function setDelay(book: Book, request: { minutes: number }, context: Context): Result<Decision> {
  const { minutes } = request;
  return decide(book, context, (draft) => {
    const notOver = draft.slots.filter((slot) => endOf(slot) > draft.now);
    const delayed = delay(draft, minutes, () => minutes, notOver);
    const until = onBreakUntil(book, draft.now);
    if (until !== null && book.breakGivesBack) draft.recordBreak(until, false);
    return delayed;
  });
}

/**
 * R22: a break of so many minutes from now, before the slots that have not started. The one running ends as it would
 * have. Errors: CONFLICT on a break already, or not today; INVALID_INPUT outside 1–720, or if that makes a slot later
 * than 720 in all.
 */
export function takeBreak(book: Book, request: { minutes: number }, context: Context): Result<Decision> {
  const { minutes } = request;
  return decide(book, context, (draft) => {
    if (!isToday(book, context)) return refuseOtherDay(book, 'R22');
    if (onBreakUntil(book, draft.now) !== null) {
      return fail('CONFLICT', 'This doctor is on a break already.', { rule: 'R22' });
    }
    if (minutes === 0) return fail('INVALID_INPUT', 'A break lasts a minute at least.', { rule: 'R22' });
    const delayed = delay(draft, minutes, (slot) => slot.delayMinutes + minutes, notBegun(draft));
    draft.recordBreak(draft.now + minutes * MINUTE, true);
    return delayed;
  });
}

/** R22: back at work before the break is over. Errors: CONFLICT not on a break. */
export function endBreak(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    if (onBreakUntil(book, draft.now) === null) {
      return fail('CONFLICT', 'This doctor is not on a break.', { rule: 'R22' });
    }
    endBreakNow(draft);
    return ok({});
  });
}

/** R22: until when the doctor of an open book is on a break; null: at work. */
export function onBreakUntil({ status, breakUntil }: Book, now: Instant): Instant | null {
  return status === 'open' && breakUntil !== null && breakUntil > now ? breakUntil : null;
}

/**
 * R22: ends the break, if there is one. The slots not begun are earlier again by what is left of it, never before
 * their printed start, unless a delay was said during the break: that outlives it.
 */
export function endBreakNow(draft: Draft): void {
  const { breakUntil, breakGivesBack } = draft.day;
  if (breakUntil === null || breakUntil <= draft.now) return;
  const left = breakGivesBack ? Math.floor((breakUntil - draft.now) / MINUTE) : 0;
  delay(draft, left, (slot) => Math.max(0, slot.delayMinutes - left), notBegun(draft));
  draft.recordBreak(null, false);
}

function notBegun(draft: Draft): readonly Slot[] {
  return draft.slots.filter((slot) => startOf(slot) > draft.now);
}

/** Sets the delay of each of these slots. INVALID_INPUT outside 0–720. */
function delay(
  draft: Draft,
  minutes: number,
  delayOf: (slot: Slot) => number,
  slots: readonly Slot[],
): Result<Outcome> {
  const valid = checked(slotSchema.shape.delayMinutes, minutes, 'minutes');
  if (!valid.ok) return valid;
  const worst = Math.max(0, ...slots.map(delayOf));
  if (!slotSchema.shape.delayMinutes.safeParse(worst).success) {
    return fail('INVALID_INPUT', 'A doctor can be at most 12 hours late.', { rule: 'R22', minutes: worst });
  }
  for (const slot of slots) {
    const delayMinutes = delayOf(slot);
    if (slot.delayMinutes === delayMinutes) continue;
    draft.recordSlot('slotDelayed', { ...slot, delayMinutes }, { code: 'asked_by_staff', rule: 'R22' });
  }
  return ok({});
}
