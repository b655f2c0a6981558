import type { Book } from '../../../shared/model/book';
import type { SlotId } from '../../../shared/model/ids';
import type { Slot } from '../../../shared/model/slot';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { giveUpSeats } from '../shrink';
import { endOf } from '../timing';

/**
 * R15: the doctor leaves after `lastSlotId`, or now: every later slot that is not over closes at once, so that nobody
 * is moved into one that closes too. Errors: NOT_FOUND no such slot; CONFLICT nothing is left to close.
 */
export function leaveEarly(
  book: Book,
  { lastSlotId }: { lastSlotId: SlotId | null },
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const last = lastSlotId === null ? undefined : draft.slot(lastSlotId);
    if (lastSlotId !== null && !last) {
      return fail('NOT_FOUND', 'This doctor has no such slot on that day.', {
        rule: 'R15',
        slotId: lastSlotId,
      });
    }
    const isLater = (slot: Slot): boolean => last === undefined || slot.startMinute > last.startMinute;
    const closing = draft.slots.filter(
      (slot) => slot.status === 'open' && endOf(slot) > draft.now && isLater(slot),
    );
    if (closing.length === 0) return fail('CONFLICT', 'No later slot is open.', { rule: 'R15' });
    for (const slot of closing) {
      draft.recordSlot('slotClosed', { ...slot, status: 'closed' }, { code: 'asked_by_staff', rule: 'R15' });
    }
    for (const slot of closing) {
      giveUpSeats(draft, slot, { code: 'slot_closed', rule: 'R15', slotId: slot.id }, 'all');
    }
    return ok({});
  });
}
