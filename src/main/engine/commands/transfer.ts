import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type ActiveToken, isListed, isOpen, type ListedToken } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate, type PlaceOnList } from '../allocate';
import { checkNewId } from '../check';
import type { Context } from '../context';
import { type Decision, decide, decideWith, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { newFacts, nextSequence } from '../numbering';
import { checkDuplicate } from '../patients';
import { refuseFinal, refuseInConsultation } from '../refusals';
import { cancelled, stageOf } from '../transitions';
import { placeByTime } from '../waiting';

export interface TransferRequest {
  readonly tokenId: TokenId;
  /** The id of the token at the other doctor. */
  readonly newTokenId: TokenId;
  /** R17: knowingly a second token at the other doctor. */
  readonly allowDuplicate?: boolean | undefined;
}

/** What becomes of both books: to be applied together or not at all. */
export interface Transfer {
  readonly from: Decision;
  readonly to: Decision;
}

/**
 * R21: to another doctor on the same day: cancelled here and issued there with a new number and a link both ways,
 * keeping source, check-in, displacements and, on the list, status and time. Errors: NOT_FOUND, CONFLICT,
 * DUPLICATE_TOKEN.
 */
export function transfer(from: Book, to: Book, request: TransferRequest, context: Context): Result<Transfer> {
  const other = checkBooks(from, to);
  if (!other.ok) return other;
  const left = decideWith(from, context, (draft) => {
    const found = mayLeave(draft, request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    const joined = decide(to, context, (there) => join(there, token, request));
    if (!joined.ok) return joined;
    const after = cancelled(token, 'transferred', draft.now, request.newTokenId);
    const link = { doctorId: to.doctorId, tokenId: request.newTokenId };
    draft.recordToken('tokenTransferred', after, { code: 'transferred', rule: 'R21', ...link });
    return ok({ tokenId: token.id, joined: joined.value });
  });
  return left.ok ? ok({ from: left.value.decision, to: left.value.outcome.joined }) : left;
}

function mayLeave(draft: Draft, tokenId: TokenId): Result<ActiveToken | ListedToken> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  const token = found.value;
  if (!isOpen(token)) return refuseFinal(token, 'R21');
  return stageOf(token) === 'in_consultation' ? refuseInConsultation(token, 'R21') : ok(token);
}

function join(draft: Draft, token: ActiveToken | ListedToken, request: TransferRequest): Result<Outcome> {
  const isNew = checkNewId(draft.tokens, request.newTokenId);
  if (!isNew.ok) return isNew;
  const { source, channel, patientName, patientContact, checkedInAt, displacements, note } = token;
  const kept = { source, channel, patientName, patientContact, checkedInAt, displacements, note };
  const birth = { ...kept, id: request.newTokenId, transferredFrom: token.id };
  const duplicate = checkDuplicate(draft, birth, request.allowDuplicate);
  if (!duplicate.ok) return duplicate;
  const place: PlaceOnList | undefined = isListed(token)
    ? { status: token.status, ...placeByTime(draft, token.listedAt) }
    : undefined;
  allocate(draft, 'tokenIssued', newFacts(draft, birth, 'main', nextSequence(draft, 'main')), place);
  return ok({ tokenId: birth.id, warnings: duplicate.value });
}

function checkBooks(from: Book, to: Book): Result<null> {
  if (from.doctorId === to.doctorId) {
    return fail('CONFLICT', 'The patient is with that doctor already.', {
      rule: 'R21',
      doctorId: to.doctorId,
    });
  }
  if (from.serviceDay === to.serviceDay) return ok(null);
  const days = { rule: 'R21', from: from.serviceDay, to: to.serviceDay };
  return fail('CONFLICT', 'A transfer is to another doctor on the same day.', days);
}
