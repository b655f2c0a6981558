import type { SlotId, TokenId } from '../../shared/model/ids';
import type { Instant } from '../../shared/model/time';
import {
  type ActiveToken,
  type CancelReason,
  isListed,
  type ListedToken,
  type ServedToken,
  type Stage,
  type Token,
} from '../../shared/model/token';

/** The facts of a token that no change of status touches: all that one on the waiting list has but its place there. */
export type TokenFacts = Omit<ListedToken, 'status' | 'listedAt' | 'listSequence'>;

/** Written out, for closing a day takes thousands of them. */
function factsOf(token: TokenFacts): TokenFacts {
  return {
    id: token.id,
    doctorId: token.doctorId,
    serviceDay: token.serviceDay,
    series: token.series,
    sequence: token.sequence,
    number: token.number,
    source: token.source,
    priority: token.priority,
    channel: token.channel,
    patientName: token.patientName,
    patientContact: token.patientContact,
    patientId: token.patientId,
    createdAt: token.createdAt,
    updatedAt: token.updatedAt,
    checkedInAt: token.checkedInAt,
    displacements: token.displacements,
    wishedSlotId: token.wishedSlotId,
    note: token.note,
    transferredFrom: token.transferredFrom,
    precedence: token.precedence,
    precedenceFrom: token.precedenceFrom,
    followUp: token.followUp,
    lostSlotId: token.lostSlotId,
    upgradedFrom: token.upgradedFrom,
    leftDoorAt: token.leftDoorAt,
  };
}

/** Tokens are flat; of the same status they have the same fields. `but`: fields that do not count. */
export function isSame(a: Token, b: Token, but: readonly (keyof Token)[] = []): boolean {
  const values = new Map(Object.entries(b));
  const ignored: readonly string[] = but;
  return Object.entries(a).every(([name, value]) => ignored.includes(name) || values.get(name) === value);
}

/** Where an active token stands; null for any other. */
export function stageOf(token: Token): Stage | null {
  return token.status === 'active' ? token.stage : null;
}

/** R27: called or with the doctor. */
export function isAtDoor(token: Token): boolean {
  const stage = stageOf(token);
  return stage === 'called' || stage === 'in_consultation';
}

/** A token with a seat (or, as an extra, beyond the seats) in a slot. */
export function seated(token: TokenFacts, slotId: SlotId, at: Instant, extra = false): ActiveToken {
  return {
    ...factsOf(token),
    status: 'active',
    slotId,
    seatedAt: at,
    extra,
    stage: token.checkedInAt === null ? 'booked' : 'checked_in',
    recalls: 0,
    calledAt: null,
    startedAt: null,
    lastCalledAt: null,
    heldAtCall: null,
    heldAt: null,
    heldFor: null,
    unanswered: 0,
  };
}

export function listed(
  token: TokenFacts,
  status: ListedToken['status'],
  place: { listedAt: Instant; listSequence: number },
): ListedToken {
  return { ...factsOf(token), status, ...place };
}

export function served(token: ActiveToken, at: Instant): ServedToken {
  const { slotId, seatedAt, extra, calledAt, startedAt } = token;
  return { ...factsOf(token), status: 'served', slotId, seatedAt, extra, calledAt, startedAt, servedAt: at };
}

export function cancelled(
  token: ActiveToken | ListedToken | ServedToken,
  reason: CancelReason,
  at: Instant,
  transferredTo: TokenId | null = null,
): Token {
  const lastSlotId = isListed(token) ? null : token.slotId;
  return {
    ...factsOf(token),
    status: 'cancelled',
    cancelledAt: at,
    cancelReason: reason,
    lastSlotId,
    transferredTo,
  };
}

export function noShow(token: ActiveToken, at: Instant): Token {
  return { ...factsOf(token), status: 'no_show', noShowAt: at, lastSlotId: token.slotId };
}
