import type { Book } from '../../../shared/model/book';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { decideWith, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { cancelled, isSame, stageOf } from '../transitions';
import type { Transfer } from './transfer';
import { isFree, isSecond } from './undo';

export interface TakeBackTransferRequest {
  /** The token that was transferred, and the one that continues it. */
  readonly tokenId: TokenId;
  readonly newTokenId: TokenId;
  /** All events of the transfer in the book it left, and in the one it came to. */
  readonly left: readonly BookEvent[];
  readonly joined: readonly BookEvent[];
}

/**
 * R21: a transfer taken back in one step: the first token exactly as it was, the second cancelled, reason
 * `transfer_undone`. Only if the transfer moved nobody else, taking it back moves nobody else, and neither token was
 * changed since. Errors: NOT_FOUND; CONFLICT saying which of these it is.
 */
export function takeBackTransfer(
  from: Book,
  to: Book,
  request: TakeBackTransferRequest,
  context: Context,
): Result<Transfer> {
  const here = decideWith(from, context, (draft) => {
    const own = unchangedSince(draft, request.tokenId, request.left);
    if (!own.ok) return own;
    const { token, first } = own.value;
    if (first.before && isSecond(draft, token, first.before)) return refuse(token, 'second_token');
    if (!first.before || !isFree(draft, token, first.before, false)) return refuse(token, 'place_is_taken');
    const link = { doctorId: to.doctorId, tokenId: request.newTokenId };
    const reason = { code: 'transfer_undone', rule: 'R21', ...link } as const;
    draft.recordToken('tokenRestored', first.before, reason);
    return ok({ tokenId: token.id, alone: draft.events.length });
  });
  if (!here.ok) return here;
  const there = decideWith(to, context, (draft) => {
    const own = unchangedSince(draft, request.newTokenId, request.joined);
    if (!own.ok) return own;
    const { token } = own.value;
    if (!isOpen(token)) return refuse(token, 'changed_since');
    const link = { doctorId: from.doctorId, tokenId: request.tokenId };
    const after = cancelled(token, 'transfer_undone', draft.now);
    draft.recordToken('tokenCancelled', after, { code: 'transfer_undone', rule: 'R21', ...link });
    return ok({ tokenId: token.id, alone: draft.events.length });
  });
  if (!there.ok) return there;
  for (const { decision, outcome } of [here.value, there.value]) {
    const moved = decision.events.length > outcome.alone;
    if (moved && decision.token) return refuse(decision.token, 'others_would_move');
  }
  return ok({ from: here.value.decision, to: there.value.decision });
}

/** The token with its event of the transfer, if that moved nobody else and nothing happened to it since. */
function unchangedSince(
  draft: Draft,
  tokenId: TokenId,
  events: readonly BookEvent[],
): Result<Outcome & { token: Token; first: TokenEvent }> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  const token = found.value;
  const own = events.filter(isTokenEvent).filter(({ after }) => after.id === tokenId);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return refuse(token, 'nothing_to_undo');
  if (!own.some(isTransfer)) return refuse(token, 'changed_since');
  if (own.length < events.length) return refuse(token, 'others_were_moved');
  return isSame(last.after, token) ? ok({ token, first }) : refuse(token, 'changed_since');
}

/** What was given as the transfer must be one: events of something later would say that nothing happened since. */
function isTransfer({ type, after }: TokenEvent): boolean {
  return type === 'tokenTransferred' || (type === 'tokenIssued' && after.transferredFrom !== null);
}

function refuse(token: Token, because: string): Result<never> {
  return fail('CONFLICT', `The transfer of ${token.number} can no longer be taken back exactly.`, {
    rule: 'R21',
    tokenId: token.id,
    number: token.number,
    because,
    // The patient can be sent back by a transfer like any other.
    offer: isOpen(token) && stageOf(token) !== 'in_consultation' ? 'transfer' : null,
  });
}
