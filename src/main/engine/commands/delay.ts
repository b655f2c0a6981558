import type { Book } from '../../../shared/model/book';
import { type Slot, slotSchema } from '../../../shared/model/slot';
import { fail, ok, type Result } from '../../../shared/result';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { endOf, startOf } from '../timing';

/**
 * R22: the doctor is `minutes` late: so much later than printed is every slot that is not over. 0: on time again.
 * Errors: INVALID_INPUT outside 0–720.
 */
export function setDelay(book: Book, request: { minutes: number }, context: Context): Result<Decision> {
  const { minutes } = request;
  return delay(book, context, minutes, (draft) =>
    draft.slots.filter((slot) => endOf(slot) > draft.now).map((slot) => [slot, minutes]),
  );
}

/**
 * R22: a break of so many minutes more, before the slots that have not started. The one running ends as it would have.
 * Errors: INVALID_INPUT outside 0–720, or if that makes a slot later than 720 in all.
 */
export function takeBreak(book: Book, request: { minutes: number }, context: Context): Result<Decision> {
  const { minutes } = request;
  return delay(book, context, minutes, (draft) =>
    draft.slots
      .filter((slot) => startOf(slot) > draft.now)
      .map((slot) => [slot, slot.delayMinutes + minutes]),
  );
}

/**
 * R22: back so many minutes before the break would have ended: the slots not begun are that much earlier again, never
 * before their printed start. Errors: INVALID_INPUT outside 0–720.
 */
export function endBreak(book: Book, request: { minutes: number }, context: Context): Result<Decision> {
  const { minutes } = request;
  return delay(book, context, minutes, (draft) =>
    draft.slots
      .filter((slot) => startOf(slot) > draft.now)
      .map((slot) => [slot, Math.max(0, slot.delayMinutes - minutes)]),
  );
}

type Delays = readonly (readonly [Slot, number])[];

function delay(
  book: Book,
  context: Context,
  minutes: number,
  plan: (draft: Draft) => Delays,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const valid = checked(slotSchema.shape.delayMinutes, minutes, 'minutes');
    if (!valid.ok) return valid;
    const delays = plan(draft);
    const worst = Math.max(0, ...delays.map(([, total]) => total));
    if (!slotSchema.shape.delayMinutes.safeParse(worst).success) {
      return fail('INVALID_INPUT', 'A doctor can be at most 12 hours late.', { rule: 'R22', minutes: worst });
    }
    for (const [slot, total] of delays) {
      if (slot.delayMinutes === total) continue;
      const after = { ...slot, delayMinutes: total };
      draft.recordSlot('slotDelayed', after, { code: 'asked_by_staff', rule: 'R22' });
    }
    return ok({});
  });
}
