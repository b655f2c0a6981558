import type { Slot } from '../../shared/model/slot';
import type { ListedToken } from '../../shared/model/token';
import type { Draft } from './draft';
import {
  findPreemption,
  isCandidate,
  isEmergency,
  leavesTimeToCome,
  mayJoinBeingHere,
  seatKind,
} from './place';
import { takeSeat } from './seating';
import { phaseOf } from './timing';
import { seated } from './transitions';
import { waitingInOrder, waitsForAskedSlot } from './waiting';

/**
 * R9: gives every seat there is to the best waiting token allowed there, then lets emergencies still waiting
 * displace (R5). Doing it again changes nothing: each round seats at least one emergency more, or ends.
 */
export function settle(draft: Draft): void {
  do {
    if (draft.waiting.all === 0) return;
    fillSlots(draft);
  } while (draft.waiting.emergencies > 0 && preemptForWaiting(draft));
}

/** Most of the time every seat is taken: then nobody need know in which order who waits would get one. */
function fillSlots(draft: Draft): void {
  const hasRoom = draft.slots.some((slot) => {
    const { ordinary, emergency } = draft.room(slot);
    return ordinary > 0 || (emergency > 0 && draft.waiting.emergencies > 0);
  });
  if (!hasRoom) return;
  const waiting = waitingInOrder(draft.tokens.values(), draft.context);
  for (const slot of draft.slots) fillSlot(draft, slot, waiting);
}

/** `waiting` is in R10's order; those seated meanwhile in an earlier slot are passed over. */
function fillSlot(draft: Draft, slot: Slot, waiting: readonly ListedToken[]): void {
  for (const token of waiting) {
    const room = draft.room(slot);
    if (room.emergency === 0) return;
    // Emergencies head the list: after them, overflow is of no use to anybody.
    if (room.ordinary === 0 && !isEmergency(token)) return;
    const kind = seatKind(room, token);
    if (!kind || draft.tokens.get(token.id) !== token || !mayTakeSeat(draft, slot, token)) continue;
    const reason = { code: kind, rule: 'R9', slotId: slot.id } as const;
    draft.recordToken('tokenPromoted', seated(token, slot.id, draft.now), reason);
  }
}

/** R9: is this waiting token allowed a seat that is free in this slot? */
function mayTakeSeat(draft: Draft, slot: Slot, token: ListedToken): boolean {
  if (waitsForAskedSlot(draft, token) && token.wishedSlotId !== slot.id) return false;
  if (!leavesTimeToCome(draft, slot, token)) return false;
  return (
    isCandidate(draft, slot, token) || mayJoinBeingHere(draft, slot, token) || freedFor(draft, slot, token)
  );
}

/** R9: in a running slot the seats that this command freed go to anyone. */
function freedFor(draft: Draft, slot: Slot, token: ListedToken): boolean {
  if (phaseOf(slot, draft.now) !== 'running') return false;
  const freed = draft.freed(slot);
  return isEmergency(token) ? freed.emergency > 0 : freed.ordinary > 0;
}

/** R5 for emergencies still waiting; true if somebody was displaced. */
function preemptForWaiting(draft: Draft): boolean {
  let displaced = false;
  for (const token of waitingInOrder(draft.tokens.values(), draft.context).filter(isEmergency)) {
    const asked = waitsForAskedSlot(draft, token) ? token.wishedSlotId : null;
    const slots = asked === null ? draft.slots : draft.slots.filter((slot) => slot.id === asked);
    const seat = findPreemption(draft, token, slots);
    if (seat) {
      takeSeat(draft, 'tokenPromoted', token, seat);
      displaced = true;
    } else if (asked === null) break; // What one emergency finds nowhere, no other finds.
  }
  return displaced;
}
