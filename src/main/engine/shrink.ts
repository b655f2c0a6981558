import type { Reason } from '../../shared/model/reason';
import type { Slot } from '../../shared/model/slot';
import type { Draft } from './draft';
import { firstToGo, isEmergency, isMovable } from './place';
import { listed } from './transitions';
import { newPlaceOnList } from './waiting';

/** R15: how many must go to bring non-emergencies to capacity and everybody to capacity + overflow. */
export function overfullBy(draft: Draft, slot: Slot): number {
  const used = draft.used(slot.id);
  const ordinary = used - draft.emergencies(slot.id);
  return Math.max(0, ordinary - slot.capacity, used - draft.seatsWithOverflow(slot));
}

/**
 * R15: takes the seats of `count` tokens of the slot in R6's order, never those of emergencies; or of all, emergencies
 * too. Nobody called, with the doctor or on hold loses a seat. They join the list in the opposite order: who would
 * have been the last to go stands first in line. Of this slot they keep no place (R6).
 */
export function giveUpSeats(draft: Draft, slot: Slot, reason: Reason, count: number | 'all'): void {
  const leaving = [...draft.tokens.values()]
    .filter(isMovable)
    .filter((token) => token.slotId === slot.id && (count === 'all' || !isEmergency(token)))
    .sort(firstToGo)
    .slice(0, count === 'all' ? undefined : count);
  for (const token of leaving.reverse()) {
    const status = isEmergency(token) ? 'waiting' : 'displaced';
    const lostSlotId = token.lostSlotId === slot.id ? null : token.lostSlotId;
    const after = listed({ ...token, wishedSlotId: null, lostSlotId }, status, newPlaceOnList(draft));
    draft.recordToken('tokenDisplaced', after, reason);
  }
}
