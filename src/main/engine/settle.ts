import type { Slot } from '../../shared/model/slot';
import type { ListedToken } from '../../shared/model/token';
import type { Draft } from './draft';
import {
  findFreeSeat,
  findPreemption,
  isCandidate,
  isEmergency,
  leavesTimeToCome,
  mayJoinBeingHere,
  type Seat,
  seatKind,
} from './place';
import { phaseOf } from './timing';
import { listed, seated } from './transitions';
import { nextListSequence, waitingInOrder, waitsForAskedSlot } from './waiting';

/**
 * R9: gives every seat there is to the best waiting token allowed there, then lets emergencies still waiting
 * displace (R5). Doing it again changes nothing: each round seats at least one more, or ends.
 */
export function settle(draft: Draft): void {
  do {
    for (const slot of draft.slots) fillSlot(draft, slot);
  } while (preemptForWaiting(draft));
}

function fillSlot(draft: Draft, slot: Slot): void {
  if (draft.room(slot).emergency === 0 && draft.room(slot).ordinary === 0) return;
  for (const token of waitingInOrder(draft.tokens.values(), draft.context)) {
    const room = draft.room(slot);
    if (room.ordinary === 0 && room.emergency === 0) return;
    const kind = seatKind(room, token);
    if (!kind || !mayTakeSeat(draft, slot, token)) continue;
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
  const emergencies = waitingInOrder(draft.tokens.values(), draft.context).filter(isEmergency);
  for (const token of emergencies) {
    const asked = waitsForAskedSlot(draft, token) ? token.wishedSlotId : null;
    const slots = asked === null ? draft.slots : draft.slots.filter((slot) => slot.id === asked);
    const seat = findPreemption(draft, token, slots);
    if (!seat) continue;
    takeSeat(draft, 'tokenPromoted', token, seat);
    return true;
  }
  return false;
}

/** Seats a token where {@link findFreeSeat} or {@link findPreemption} said, moving whoever gives way (R6). */
export function takeSeat(
  draft: Draft,
  type: 'tokenIssued' | 'tokenPromoted' | 'tokenMoved' | 'tokenReinstated' | 'tokenUpgraded',
  token: Parameters<typeof seated>[0],
  seat: Seat,
): void {
  if (seat.displaces) displace(draft, seat, token.id);
  draft.recordToken(type, seated(token, seat.slot.id, draft.now), seat.reason);
}

/** R6: the displaced one gets the earliest later free seat, else heads for the waiting list. */
function displace(draft: Draft, seat: Seat, to: ListedToken['id']): void {
  const victim = seat.displaces;
  if (!victim) return;
  const moved = { ...victim, displacements: victim.displacements + 1, wishedSlotId: null };
  const place = draft.slots.indexOf(seat.slot);
  const later = findFreeSeat(draft, moved, draft.slots.slice(place + 1), true);
  const reason = {
    code: 'gave_way',
    rule: 'R6',
    slotId: seat.slot.id,
    to,
    movedTo: later?.slot.id ?? null,
  } as const;
  const after = later
    ? seated(moved, later.slot.id, draft.now)
    : listed(moved, 'displaced', { listedAt: draft.now, listSequence: nextListSequence(draft) });
  draft.recordToken('tokenDisplaced', after, reason);
}
