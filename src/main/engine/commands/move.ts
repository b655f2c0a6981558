import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import { isListed, isOpen } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checkAskedSlot } from '../allocate';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { findSeatNamedByStaff, isBusy } from '../place';
import { refuse, refuseFinal } from '../refusals';
import { takeSeat } from '../seating';

export interface MoveRequest {
  readonly tokenId: TokenId;
  readonly slotId: SlotId;
}

/**
 * R8: to another slot of the day, by R4–R6 in that slot alone; with no seat there it is refused and the old seat kept.
 * R11 does not bind staff who name a slot. The place of a seat lost before (R6) ends. A token in that slot already is
 * answered unchanged.
 * Errors: NOT_FOUND, CONFLICT (slot over, closed, started or full; token called, with the doctor, on hold or final).
 */
export function move(book: Book, { tokenId, slotId }: MoveRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R8');
    if (isBusy(token)) return refuse(token, 'R8', 'is being seen to now');
    if (token.status === 'active' && token.slotId === slotId && !token.extra) return ok({ tokenId });
    const asked = checkAskedSlot(draft, token, slotId, { moves: true });
    if (!asked.ok) return asked;
    const seat = findSeatNamedByStaff(draft, token, slotId);
    if (!seat) return fail('CONFLICT', 'That slot is full.', { rule: 'R8', tokenId, slotId });
    takeSeat(draft, 'tokenMoved', { ...token, wishedSlotId: slotId, lostSlotId: null }, seat);
    return ok({ tokenId });
  });
}

/** R8: a token that waits for the slot it asked for may take any from now on. Errors: NOT_FOUND, CONFLICT. */
export function release(book: Book, { tokenId }: { tokenId: TokenId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isListed(token) || token.wishedSlotId === null) {
      return refuse(token, 'R8', 'is not waiting for a slot of its own');
    }
    const released = { ...token, wishedSlotId: null };
    draft.recordToken('tokenReleased', released, { code: 'asked_by_staff', rule: 'R8' });
    return ok({ tokenId });
  });
}
