import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import type { Instant } from '../../../shared/model/time';
import {
  type ActiveToken,
  type FollowUpMark,
  isListed,
  isOpen,
  type ListedToken,
} from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate, checkAskedSlot, type PlaceOnList } from '../allocate';
import { checkNewId, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide, decideWith, type Outcome } from '../decide';
import type { Draft } from '../draft';
import type { GivenNeed } from '../need';
import { newFacts, nextSequence } from '../numbering';
import { checkDuplicate } from '../patients';
import { findSeatNamedByStaff, isEmergency } from '../place';
import { refuse, refuseFinal, refuseInConsultation } from '../refusals';
import { takeSeat } from '../seating';
import { cancelled, stageOf } from '../transitions';
import { placeByTime } from '../waiting';

export interface TransferRequest {
  readonly tokenId: TokenId;
  /** The id of the token in the other book. */
  readonly newTokenId: TokenId;
  /** R8: this slot of the other book and no other; with no seat there the transfer is refused. R11 does not bind. */
  readonly slotId?: SlotId | undefined;
  /** R17: knowingly a second token in the other book. */
  readonly allowDuplicate?: boolean | undefined;
  /** What a follow-up is by then; undefined: what it was. */
  readonly followUp?: FollowUpMark | null | undefined;
  /** R26: as it is on the other day; undefined: as it was. */
  readonly need?: GivenNeed | undefined;
}

/** Decisions on both books: to be applied together or not at all. */
export interface Transfer {
  readonly from: Decision;
  readonly to: Decision;
}

/**
 * R21: to another doctor on the same day, or to another day of the same doctor: cancelled here and issued there with a
 * new number and a link both ways, keeping source, precedence, displacements and, on the same day, check-in and time
 * waited. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN.
 */
export function transfer(from: Book, to: Book, request: TransferRequest, context: Context): Result<Transfer> {
  const other = checkBooks(from, to);
  if (!other.ok) return other;
  const left = decideWith(from, context, (draft) => {
    const found = mayLeave(draft, to, request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    const joined = decide(to, context, (there) => join(there, token, request));
    if (!joined.ok) return joined;
    const after = cancelled(token, 'transferred', draft.now, request.newTokenId);
    const otherDay = from.serviceDay === to.serviceDay ? {} : { serviceDay: to.serviceDay };
    const link = { doctorId: to.doctorId, tokenId: request.newTokenId, ...otherDay };
    draft.recordToken('tokenTransferred', after, { code: 'transferred', rule: 'R21', ...link });
    return ok({ tokenId: token.id, joined: joined.value });
  });
  return left.ok ? ok({ from: left.value.decision, to: left.value.outcome.joined }) : left;
}

function mayLeave(draft: Draft, to: Book, tokenId: TokenId): Result<ActiveToken | ListedToken> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  const token = found.value;
  if (!isOpen(token)) return refuseFinal(token, 'R21');
  if (stageOf(token) === 'in_consultation') return refuseInConsultation(token, 'R21');
  if (isEmergency(token) && !isToday(to, draft.context)) {
    return refuse(token, 'R4', 'is an emergency, and that is of today');
  }
  return ok(token);
}

function join(draft: Draft, token: ActiveToken | ListedToken, request: TransferRequest): Result<Outcome> {
  const isNew = checkNewId(draft.tokens, request.newTokenId);
  if (!isNew.ok) return isNew;
  const { source, channel, patientName, patientContact, patientId } = token;
  const { displacements, note, upgradedFrom } = token;
  const { followUp = token.followUp, need = token } = request;
  const { precedence, precedenceFrom } = need;
  const kept = {
    source,
    channel,
    patientName,
    patientContact,
    patientId,
    displacements,
    note,
    precedence,
    precedenceFrom,
    followUp,
    upgradedFrom,
  };
  const sameDay = draft.book.serviceDay === token.serviceDay;
  const checkedInAt = sameDay && token.checkedInAt !== null ? beforeNow(draft, token.checkedInAt) : null;
  const { newTokenId: id, slotId } = request;
  const birth = { ...kept, checkedInAt, wishedSlotId: slotId ?? null, id, transferredFrom: token.id };
  const duplicate = checkDuplicate(draft, birth, request.allowDuplicate);
  if (!duplicate.ok) return duplicate;
  const facts = newFacts(draft, birth, 'main', nextSequence(draft, 'main'));
  const asked = checkAskedSlot(draft, facts, slotId, { moves: true });
  if (!asked.ok) return asked;
  if (slotId === undefined) allocate(draft, 'tokenIssued', facts, placeFor(draft, token, sameDay));
  else {
    const seat = findSeatNamedByStaff(draft, facts, slotId);
    if (!seat) return fail('CONFLICT', 'That slot is full.', { rule: 'R8', tokenId: token.id, slotId });
    takeSeat(draft, 'tokenIssued', facts, seat);
  }
  return ok({ tokenId: id, warnings: duplicate.value });
}

/** R21: on the list behind who has waited as long or longer: since it joined the list here, else since check-in. */
function placeFor(draft: Draft, token: ActiveToken | ListedToken, sameDay: boolean): PlaceOnList {
  if (!sameDay) return { status: 'waiting', ...placeByTime(draft, draft.arrival) };
  const status = isListed(token) ? token.status : 'waiting';
  const since = isListed(token) ? token.listedAt : (token.checkedInAt ?? draft.arrival);
  return { status, ...placeByTime(draft, beforeNow(draft, since)) };
}

/** R35: who was here already came before whoever comes next, though the clock was set back since. */
function beforeNow(draft: Draft, since: Instant): Instant {
  return Math.min(since, draft.rankTime);
}

function checkBooks(from: Book, to: Book): Result<null> {
  const sameDoctor = from.doctorId === to.doctorId;
  const sameDay = from.serviceDay === to.serviceDay;
  if (sameDoctor !== sameDay) return ok(null);
  const why = { rule: 'R21', doctorId: to.doctorId, from: from.serviceDay, to: to.serviceDay };
  return sameDoctor
    ? fail('CONFLICT', 'The patient is with that doctor already.', why)
    : fail('CONFLICT', 'A transfer is to another doctor on the same day, or to another day.', why);
}
