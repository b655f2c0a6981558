import type { TokenId } from '../../shared/model/ids';
import type { Draft } from './draft';
import { findFreeSeat, type Seat } from './place';
import { listed, seated, type TokenFacts } from './transitions';
import { newPlaceOnList } from './waiting';

/** The events by which a token comes to a seat. */
export type SeatingEvent =
  | 'tokenIssued'
  | 'tokenPromoted'
  | 'tokenMoved'
  | 'tokenReinstated'
  | 'tokenUpgraded';

/** Seats a token where the rules found a seat, moving whoever gives way (R6). */
export function takeSeat(draft: Draft, type: SeatingEvent, token: TokenFacts, seat: Seat): void {
  if (seat.displaces) displace(draft, seat, seat.displaces, token.id);
  draft.recordToken(type, seated(token, seat.slot.id, draft.now), seat.reason);
}

/**
 * R6: the displaced one gets the earliest later free seat, else heads for the waiting list. It no longer waits for
 * the slot it once asked for. R11 does not hold it back: it expects to come today, and only later than it thought.
 */
function displace(draft: Draft, seat: Seat, victim: NonNullable<Seat['displaces']>, to: TokenId): void {
  const moved = { ...victim, displacements: victim.displacements + 1, wishedSlotId: null };
  const laterSlots = draft.slots.slice(draft.slots.indexOf(seat.slot) + 1);
  const later = findFreeSeat(draft, moved, { slots: laterSlots, asked: true });
  const after = later
    ? seated(moved, later.slot.id, draft.now)
    : listed(moved, 'displaced', newPlaceOnList(draft));
  draft.recordToken('tokenDisplaced', after, {
    code: 'gave_way',
    rule: 'R6',
    slotId: seat.slot.id,
    to,
    movedTo: later?.slot.id ?? null,
  });
}
