import type { SlotId } from '../../shared/model/ids';
import type { Reason } from '../../shared/model/reason';
import type { Slot } from '../../shared/model/slot';
import { MINUTE } from '../../shared/model/time';
import type { ActiveToken, Token } from '../../shared/model/token';
import type { Draft, Room } from './draft';
import { phaseOf, startOf } from './timing';

/** What the rules of allocation ask of a token. */
export type Seeker = Pick<Token, 'source' | 'priority' | 'checkedInAt' | 'wishedSlotId'>;

export interface Seat {
  readonly slot: Slot;
  readonly reason: Reason;
  /** R5: who loses this seat. */
  readonly displaces?: ActiveToken;
}

export const isEmergency = (token: Pick<Token, 'source'>): boolean => token.source === 'emergency';

/** R2: upcoming slots for all; a running one for nobody, emergencies or everyone. */
export function isCandidate(draft: Draft, slot: Slot, token: Seeker): boolean {
  const phase = phaseOf(slot, draft.now);
  if (phase === 'upcoming') return true;
  if (phase !== 'running') return false;
  const { joinRunningSlot } = draft.context.rules;
  return joinRunningSlot === 'always' || (joinRunningSlot === 'emergency' && isEmergency(token));
}

/** R3: somebody who is here may take a free seat of the running slot, unless nobody may. */
export function mayJoinBeingHere(draft: Draft, slot: Slot, token: Seeker): boolean {
  const joins = draft.context.rules.joinRunningSlot !== 'never' && token.checkedInAt !== null;
  return joins && phaseOf(slot, draft.now) === 'running';
}

/** R11: somebody not here yet needs time to come. */
export function leavesTimeToCome(draft: Draft, slot: Slot, token: Seeker): boolean {
  const lead = draft.context.rules.promotionLeadMinutes;
  if (lead === 0 || isEmergency(token) || token.checkedInAt !== null) return true;
  return startOf(slot) - draft.now >= lead * MINUTE;
}

/** R3, R4: is there a seat for this token: an ordinary one, or for an emergency one in overflow? */
export function seatKind(room: Room, token: Seeker): 'free_seat' | 'overflow_seat' | undefined {
  if (room.ordinary > 0) return 'free_seat';
  return isEmergency(token) && room.emergency > 0 ? 'overflow_seat' : undefined;
}

/** R3–R5: the seat a token gets now, or undefined: it waits (R7). `only` looks at that slot alone (R8). */
export function findSeat(draft: Draft, token: Seeker, only?: SlotId): Seat | undefined {
  const slots = only === undefined ? draft.slots : draft.slots.filter((slot) => slot.id === only);
  return findFreeSeat(draft, token, slots, only !== undefined) ?? findPreemption(draft, token, slots);
}

/** R3, R4: the earliest candidate slot with a seat; failing that the running slot for somebody here. */
export function findFreeSeat(
  draft: Draft,
  token: Seeker,
  slots: readonly Slot[],
  asked = false,
): Seat | undefined {
  const tries = [isCandidate, mayJoinBeingHere];
  for (const mayHave of asked ? tries.slice(0, 1) : tries) {
    for (const slot of slots) {
      if (!mayHave(draft, slot, token) || !leavesTimeToCome(draft, slot, token)) continue;
      const kind = seatKind(draft.room(slot), token);
      if (kind === 'free_seat') {
        return { slot, reason: { code: kind, rule: asked ? 'R8' : 'R3', slotId: slot.id } };
      }
      if (kind) return { slot, reason: { code: kind, rule: asked ? 'R8' : 'R4', slotId: slot.id } };
    }
  }
  return undefined;
}

/** R5: the earliest candidate slot in which somebody may be displaced for this token. */
export function findPreemption(draft: Draft, token: Seeker, slots: readonly Slot[]): Seat | undefined {
  const { allowPreemption, preemptionScope } = draft.context.rules;
  if (!allowPreemption || (preemptionScope === 'emergency' && !isEmergency(token))) return undefined;
  const candidates = slots.filter(
    (slot) => isCandidate(draft, slot, token) && leavesTimeToCome(draft, slot, token),
  );
  const victims = displaceable(draft, token);
  for (const slot of candidates) {
    const displaces = victims.find((victim) => victim.slotId === slot.id);
    if (!displaces) continue;
    return {
      slot,
      displaces,
      reason: { code: 'preempted', rule: 'R5', slotId: slot.id, gaveWay: displaces.id },
    };
  }
  return undefined;
}

/** R6: who may be displaced for `token`, the first to go first. */
function displaceable(draft: Draft, token: Seeker): ActiveToken[] {
  const { maxDisplacements } = draft.context.rules;
  const protectedAlready = (other: ActiveToken): boolean => other.displacements >= maxDisplacements;
  return [...draft.tokens.values()]
    .filter((other): other is ActiveToken => isMovable(other) && !isEmergency(other))
    .filter((other) => other.priority > token.priority && !protectedAlready(other))
    .sort(firstToGo);
}

/** R6, R15: an active token that is not called, in consultation, on hold or an extra. */
export function isMovable(token: Token): token is ActiveToken {
  return (
    token.status === 'active' && !token.extra && (token.stage === 'booked' || token.stage === 'checked_in')
  );
}

/** R6: the lowest priority, then the highest number. */
export function firstToGo(a: Token, b: Token): number {
  return b.priority - a.priority || b.sequence - a.sequence;
}
