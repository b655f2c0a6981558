import type { SlotId } from '../../shared/model/ids';
import type { Reason } from '../../shared/model/reason';
import type { Slot } from '../../shared/model/slot';
import { MINUTE } from '../../shared/model/time';
import type { ActiveToken, Token } from '../../shared/model/token';
import type { Draft, Room } from './draft';
import { endOf, phaseOf, startOf } from './timing';
import { isAtDoor, stageOf } from './transitions';

/** What the rules of allocation ask of a token. */
export type Seeker = Pick<Token, 'source' | 'priority' | 'checkedInAt' | 'wishedSlotId'>;

export interface Seat {
  readonly slot: Slot;
  readonly reason: Reason;
  /** R5: who loses this seat. */
  readonly displaces?: ActiveToken;
}

export const isEmergency = (token: Pick<Token, 'source'>): boolean => token.source === 'emergency';

/** R2: upcoming slots for all; a running one for nobody, emergencies, those who are here too, or everyone. */
export function isCandidate(draft: Draft, slot: Slot, token: Seeker): boolean {
  const phase = phaseOf(slot, draft.now);
  if (phase === 'upcoming') return true;
  if (phase !== 'running') return false;
  switch (draft.context.rules.joinRunningSlot) {
    case 'never':
      return false;
    case 'emergency':
      return isEmergency(token);
    case 'here':
      return isEmergency(token) || token.checkedInAt !== null;
    case 'always':
      return true;
  }
}

/** R3, R9: somebody who is here may take a free seat of the running slot, unless nobody may. */
export function mayJoinBeingHere(draft: Draft, slot: Slot, token: Seeker): boolean {
  const joins = draft.context.rules.joinRunningSlot !== 'never' && token.checkedInAt !== null;
  return joins && phaseOf(slot, draft.now) === 'running';
}

/** R11: somebody not here yet needs time to come: before the slot starts, or in what is left of a running one. */
export function leavesTimeToCome(draft: Draft, slot: Slot, token: Seeker): boolean {
  const { promotionLeadMinutes, joinLeadMinutes } = draft.context.rules;
  if (isEmergency(token) || token.checkedInAt !== null) return true;
  if (promotionLeadMinutes > 0) return startOf(slot) - draft.now >= promotionLeadMinutes * MINUTE;
  if (startOf(slot) > draft.now) return true;
  return endOf(slot) - draft.now >= joinLeadMinutes * MINUTE;
}

/** R3, R4: is there a seat for this token: an ordinary one, or for an emergency one in overflow? */
export function seatKind(
  room: Room,
  token: Pick<Token, 'source'>,
): 'free_seat' | 'overflow_seat' | undefined {
  if (room.ordinary > 0) return 'free_seat';
  return isEmergency(token) && room.emergency > 0 ? 'overflow_seat' : undefined;
}

/** R3–R5: the seat a token gets now, or undefined: it waits (R7). `only` looks at that slot alone (R8). */
export function findSeat(draft: Draft, token: Seeker, only?: SlotId): Seat | undefined {
  const asked = only !== undefined;
  const slots = draft.slots.filter(
    (slot) => (!asked || slot.id === only) && leavesTimeToCome(draft, slot, token),
  );
  return findFreeSeat(draft, token, { slots, asked }) ?? findPreemption(draft, token, slots);
}

/** R8: the seat in the slot that staff name, by R4–R6 in that slot alone; R11 does not bind them. */
export function findSeatNamedByStaff(draft: Draft, token: Seeker, slotId: SlotId): Seat | undefined {
  const slots = draft.slots.filter((slot) => slot.id === slotId);
  return findFreeSeat(draft, token, { slots, asked: true }) ?? findPreemption(draft, token, slots);
}

interface Search {
  readonly slots: readonly Slot[];
  /** R6, R8: candidates only; being here does not open a running slot. */
  readonly asked?: boolean;
  /** R24: the rule to name, where it is not R3, R4 or R8. */
  readonly rule?: 'R24';
}

/** R3, R4: the earliest candidate slot with a seat; failing that the running slot for somebody here. */
export function findFreeSeat(draft: Draft, token: Seeker, search: Search): Seat | undefined {
  const ways = search.asked ? [isCandidate] : [isCandidate, mayJoinBeingHere];
  for (const mayHave of ways) {
    for (const slot of search.slots) {
      const kind = mayHave(draft, slot, token) && seatKind(draft.room(slot), token);
      if (kind) return { slot, reason: reasonForSeat(kind, slot, search) };
    }
  }
  return undefined;
}

function reasonForSeat(kind: 'free_seat' | 'overflow_seat', slot: Slot, { asked, rule }: Search): Reason {
  const named = rule ?? (asked ? 'R8' : undefined);
  return kind === 'free_seat'
    ? { code: kind, rule: named ?? 'R3', slotId: slot.id }
    : { code: kind, rule: named ?? 'R4', slotId: slot.id };
}

/** R5: the earliest candidate slot in which somebody may be displaced for this token. */
export function findPreemption(draft: Draft, token: Seeker, slots: readonly Slot[]): Seat | undefined {
  const { allowPreemption, preemptionScope } = draft.context.rules;
  if (!allowPreemption || (preemptionScope === 'emergency' && !isEmergency(token))) return undefined;
  for (const slot of slots) {
    const displaces = isCandidate(draft, slot, token) ? displaceable(draft, slot, token) : undefined;
    if (!displaces) continue;
    const reason = { code: 'preempted', rule: 'R5', slotId: slot.id, gaveWay: displaces.id } as const;
    return { slot, displaces, reason };
  }
  return undefined;
}

/** R6: who in this slot would have to go for `token`. */
function displaceable(draft: Draft, slot: Slot, token: Seeker): ActiveToken | undefined {
  const { maxDisplacements } = draft.context.rules;
  let first: ActiveToken | undefined;
  for (const other of draft.seatedIn(slot.id)) {
    if (!isMovable(other) || isEmergency(other) || other.priority <= token.priority) continue;
    if (other.displacements >= maxDisplacements) continue;
    if (!first || firstToGo(other, first) < 0) first = other;
  }
  return first;
}

/** R6, R15: an active token that is not called, in consultation, on hold or an extra. */
export function isMovable(token: Token): token is ActiveToken {
  return token.status === 'active' && !token.extra && !isBusy(token);
}

/** Called, in consultation or on hold: nobody moves such a patient. */
export function isBusy(token: Token): boolean {
  return isAtDoor(token) || stageOf(token) === 'on_hold';
}

/** R6: the lowest priority, then who is not here, then the highest number (of two series, the paper one first). */
export function firstToGo(a: Token, b: Token): number {
  return (
    b.priority - a.priority ||
    Number(a.checkedInAt !== null) - Number(b.checkedInAt !== null) ||
    b.sequence - a.sequence ||
    (a.series > b.series ? -1 : 1)
  );
}
