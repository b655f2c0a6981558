import type { SlotId } from '../../shared/model/ids';
import type { Reason } from '../../shared/model/reason';
import type { ListedToken } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import type { Draft } from './draft';
import { findSeat, isCandidate, leavesTimeToCome, type Seeker } from './place';
import { type SeatingEvent, takeSeat } from './seating';
import { phaseOf } from './timing';
import { listed, type TokenFacts } from './transitions';
import { newPlaceOnList } from './waiting';

/** Where on the list a token goes that finds no seat. */
export type PlaceOnList = Pick<ListedToken, 'status' | 'listedAt' | 'listSequence'>;

/**
 * Gives a token its seat by R3–R6, or puts it on the waiting list (R7); at its asked slot only, if it has one (R8).
 * `place`: where on the list; undefined: at the end.
 */
export function allocate(draft: Draft, type: SeatingEvent, facts: TokenFacts, place?: PlaceOnList): void {
  const seat = findSeat(draft, facts, facts.wishedSlotId ?? undefined);
  if (seat) {
    takeSeat(draft, type, facts, seat);
    return;
  }
  const { status, listedAt, listSequence } = place ?? { status: 'waiting', ...newPlaceOnList(draft) };
  draft.recordToken(type, listed(facts, status, { listedAt, listSequence }), reasonToWait(facts));
}

function reasonToWait({ wishedSlotId }: Seeker): Reason {
  return wishedSlotId === null
    ? { code: 'no_seat', rule: 'R7' }
    : { code: 'asked_slot_full', rule: 'R8', slotId: wishedSlotId };
}

/**
 * R8: an asked slot must belong to the book, be open, not have started (but for whom R2 admits), and leave time to
 * come (R11), but where staff move somebody.
 */
export function checkAskedSlot(
  draft: Draft,
  token: Seeker,
  slotId: SlotId | undefined,
  { moves = false }: { readonly moves?: boolean } = {},
): Result<null> {
  if (slotId === undefined) return ok(null);
  const slot = draft.slot(slotId);
  if (!slot) return fail('NOT_FOUND', 'This doctor has no such slot on that day.', { rule: 'R8', slotId });
  const phase = phaseOf(slot, draft.now);
  const why = { rule: 'R8', slotId };
  if (phase === 'closed') return fail('CONFLICT', 'That slot is closed.', why);
  if (phase === 'ended') return fail('CONFLICT', 'That slot is over.', why);
  if (!isCandidate(draft, slot, token)) return fail('CONFLICT', 'That slot has already started.', why);
  if (!moves && !leavesTimeToCome(draft, slot, token)) {
    const { startMinute, endMinute } = slot;
    const reason = 'too_late_for_slot';
    const details = { ...why, reason, startMinute, endMinute };
    return fail('CONFLICT', 'It is too late to come for that slot.', details);
  }
  return ok(null);
}
