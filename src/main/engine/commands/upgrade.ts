import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import {
  type ActiveToken,
  isListed,
  isOpen,
  type ListedToken,
  noteSchema,
  priorityOf,
  type Token,
} from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate } from '../allocate';
import { checked, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { findFreeSeat, isBusy, isEmergency, isMovable } from '../place';
import { refuse, refuseFinal } from '../refusals';
import { takeSeat } from '../seating';
import { seatOf } from '../tally';
import { listed } from '../transitions';
import { placeByTime } from '../waiting';

export interface UpgradeRequest {
  readonly tokenId: TokenId;
  /** In words; kept as the token's note. */
  readonly reason: string;
}

/**
 * R24: becomes an emergency and keeps its number. On the list it is allocated by R4–R7, keeping its place there if no
 * seat is found; with a seat it takes an earlier one by R4, or keeps its own: who has a seat displaces nobody.
 * Errors: NOT_FOUND, INVALID_INPUT without a reason, CONFLICT if it is one already, or final.
 */
export function upgradeToEmergency(book: Book, request: UpgradeRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R24');
    if (isEmergency(token)) return refuse(token, 'R24', 'is an emergency already');
    if (!isToday(book, context)) return refuse(token, 'R4', 'is for another day; an emergency is of today');
    const note = checked(noteSchema, request.reason, 'reason');
    if (!note.ok) return note;
    if (note.value === '') return fail('INVALID_INPUT', 'Please say why.', { rule: 'R24', field: 'reason' });
    const upgradedFrom = token.source;
    const urgent = {
      source: 'emergency',
      priority: priorityOf.emergency,
      note: note.value,
      upgradedFrom,
    } as const;
    if (token.status === 'active') upgradeSeated(draft, { ...token, ...urgent });
    else allocate(draft, 'tokenUpgraded', { ...token, ...urgent, wishedSlotId: null }, token);
    return ok({ tokenId: token.id });
  });
}

/** R24: an earlier seat if R4 has one; nobody called, with the doctor, on hold or beyond the seats is moved. */
function upgradeSeated(draft: Draft, token: ActiveToken): void {
  const own = draft.slots.findIndex((slot) => slot.id === token.slotId);
  const slots = draft.slots.slice(0, own);
  const earlier = isMovable(token) ? findFreeSeat(draft, token, { slots, rule: 'R24' }) : undefined;
  if (earlier) takeSeat(draft, 'tokenUpgraded', token, earlier);
  else
    draft.recordToken('tokenUpgraded', token, { code: 'kept_own_seat', rule: 'R24', slotId: token.slotId });
}

export interface TakeBackUpgradeRequest {
  readonly tokenId: TokenId;
  /** In words; kept with the reason. */
  readonly reason: string;
  /** The token as it was before it became an emergency, from its history; undefined: it came so from another doctor. */
  readonly before?: Token | undefined;
}

/**
 * R24: not an emergency after all: source and class as before. A seat in the slot it had before stays, if the slot's
 * non-emergencies still fit its capacity; any other is given back, and the token joins the list where it stood before,
 * or if it had a seat then as displaced since its check-in. Who is called, on hold or with the doctor stays so, without
 * such a seat as an extra. Errors: NOT_FOUND, INVALID_INPUT without a reason, CONFLICT if it was no upgrade, or final.
 */
export function takeBackUpgrade(
  book: Book,
  request: TakeBackUpgradeRequest,
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R24');
    const source = token.upgradedFrom;
    if (!isEmergency(token) || source === null) return refuse(token, 'R24', 'was not made an emergency');
    const note = checked(noteSchema, request.reason, 'reason');
    if (!note.ok) return note;
    if (note.value === '') return fail('INVALID_INPUT', 'Please say why.', { rule: 'R24', field: 'reason' });
    const { before } = request;
    const plain = {
      ...token,
      source,
      priority: priorityOf[source],
      upgradedFrom: null,
      note: before?.note ?? token.note,
    };
    const after = withoutUpgrade(draft, plain, before);
    const slotId = seatOf(after) ?? null;
    const reason = { code: 'not_an_emergency', rule: 'R24', slotId, note: note.value } as const;
    draft.recordToken('tokenUpgradeTakenBack', after, reason);
    return ok({ tokenId: token.id });
  });
}

function withoutUpgrade(draft: Draft, token: ActiveToken | ListedToken, before: Token | undefined): Token {
  if (token.status === 'active') {
    if (token.extra || keepsSeat(draft, token, before)) return token;
    if (isBusy(token)) return { ...token, extra: true };
  }
  if (before && isListed(before)) {
    const { status, listedAt, listSequence, wishedSlotId } = before;
    return listed({ ...token, wishedSlotId }, status, { listedAt, listSequence });
  }
  return listed(token, 'displaced', placeByTime(draft, token.checkedInAt ?? draft.arrival));
}

/** R24: in the slot it had before, while its non-emergencies, this one among them, fit the capacity. */
function keepsSeat(draft: Draft, token: ActiveToken, before: Token | undefined): boolean {
  if (before?.status !== 'active' || before.extra || before.slotId !== token.slotId) return false;
  const slot = draft.slot(token.slotId);
  // The token still counts as an emergency in the slot.
  return slot !== undefined && draft.used(slot.id) - draft.emergencies(slot.id) + 1 <= slot.capacity;
}
