import type { SlotId, TokenId } from '../../shared/model/ids';
import type { Slot } from '../../shared/model/slot';
import type { Token } from '../../shared/model/token';
import type { Draft } from './draft';
import { findFreeSeat, type Seat } from './place';
import { bySlotTime } from './timing';
import { listed, seated, type TokenFacts } from './transitions';
import { newPlaceOnList } from './waiting';

/** The events by which a token comes to a seat. */
export type SeatingEvent =
  | 'tokenIssued'
  | 'tokenPromoted'
  | 'tokenMoved'
  | 'tokenReinstated'
  | 'tokenUpgraded';

/**
 * Seats a token where the rules found a seat, moving whoever gives way (R6). The mover's old seat is given back
 * first, so that whoever gives way may get that (R8).
 */
export function takeSeat(draft: Draft, type: SeatingEvent, token: TokenFacts, seat: Seat): void {
  draft.recordToken(type, seated(token, seat.slot.id, draft.now), seat.reason);
  if (seat.displaces) displace(draft, seat, seat.displaces, token.id);
}

/** R6: the place kept is that of the earliest open slot it lost. */
function placeKept(draft: Draft, victim: Token, lost: Slot): SlotId {
  const before = victim.lostSlotId === null ? undefined : draft.slot(victim.lostSlotId);
  const isEarlier = before?.status === 'open' && bySlotTime(before, lost) < 0;
  return before && isEarlier ? before.id : lost.id;
}

/**
 * R6: the displaced one gets the earliest later free seat, else heads for the waiting list. It no longer waits for
 * the slot it once asked for. R11 does not hold it back: it expects to come today, and only later than it thought.
 */
function displace(draft: Draft, seat: Seat, victim: NonNullable<Seat['displaces']>, to: TokenId): void {
  const lostSlotId = placeKept(draft, victim, seat.slot);
  const moved = { ...victim, displacements: victim.displacements + 1, wishedSlotId: null, lostSlotId };
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
