import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { MINUTE } from '../../../shared/model/time';
import type { ActiveToken } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate } from '../allocate';
import { isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { checkDuplicate } from '../patients';
import { refuse } from '../refusals';
import { startOf } from '../timing';
import { noShow as asNoShow } from '../transitions';
import { activeToken } from './visit';

/**
 * R13: an active token that has not come in time, or does not answer. One that is a no-show already is
 * answered unchanged. Errors: NOT_FOUND, TOO_EARLY with the instant from which it may be, CONFLICT.
 */
export function noShow(book: Book, request: { tokenId: TokenId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const known = draft.tokens.get(request.tokenId);
    if (known?.status === 'no_show') return ok({ tokenId: known.id });
    const found = activeToken(draft, request.tokenId, 'R13');
    if (!found.ok) return found;
    const token = found.value;
    const due = noShowDue(draft, token);
    if (!due.ok) return due;
    if (due.value.at > draft.now) return tooEarly(draft, token, due.value.at);
    draft.recordToken('tokenNoShow', asNoShow(token, draft.now), due.value.reason);
    return ok({ tokenId: token.id });
  });
}

/**
 * R13: what the timer does: marks whoever is due, then settles (R9). Nobody who got a seat at this very
 * instant is marked with it.
 */
export function sweep(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    for (const token of draft.tokens.values()) {
      if (token.status !== 'active' || token.seatedAt >= draft.now) continue;
      const due = noShowDue(draft, token);
      if (!due.ok || due.value.at > draft.now) continue;
      draft.recordToken('tokenNoShow', asNoShow(token, draft.now), due.value.reason);
    }
    return ok({});
  });
}

/** R13: back in the queue on the same day: here, with its number, allocated anew. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN. */
export function reinstate(
  book: Book,
  request: { tokenId: TokenId; allowDuplicate?: boolean | undefined },
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    const lost = token.status === 'no_show' || token.status === 'cancelled';
    if (!lost) return refuse(token, 'R13', 'is neither a no-show nor cancelled');
    if (token.status === 'cancelled' && token.cancelReason === 'transferred') {
      return refuse(token, 'R21', 'went on to another doctor');
    }
    if (!isToday(book, context)) return refuse(token, 'R13', 'is of another day');
    const duplicate = checkDuplicate(draft, token, request.allowDuplicate);
    if (!duplicate.ok) return duplicate;
    allocate(draft, 'tokenReinstated', { ...token, checkedInAt: draft.now, wishedSlotId: null });
    return ok({ tokenId: token.id, warnings: duplicate.value });
  });
}

/** R13: from when on this token may be marked, and why; CONFLICT if it is here and not being called. */
function noShowDue(draft: Draft, token: ActiveToken): Result<{ at: number; reason: Reason }> {
  const { noShowTimeoutMinutes, maxRecalls } = draft.context.rules;
  const timeout = noShowTimeoutMinutes * MINUTE;
  if (token.stage === 'booked') {
    const slot = draft.slot(token.slotId);
    const at = Math.max(slot ? startOf(slot) : 0, token.seatedAt) + timeout;
    return ok({ at, reason: { code: 'not_here_in_time', rule: 'R13', deadline: at } });
  }
  if (token.stage !== 'called') return refuse(token, 'R13', 'is here and is not being called');
  if (token.recalls < maxRecalls) {
    return fail('TOO_EARLY', `Call ${token.number} again first (${token.recalls} of ${maxRecalls}).`, {
      rule: 'R13',
      tokenId: token.id,
      recalls: token.recalls,
      maxRecalls,
    });
  }
  const at = (token.lastCalledAt ?? draft.now) + timeout;
  return ok({ at, reason: { code: 'did_not_answer', rule: 'R13', recalls: token.recalls } });
}

function tooEarly(draft: Draft, token: ActiveToken, at: number): Result<never> {
  const minutes = Math.ceil((at - draft.now) / MINUTE);
  return fail('TOO_EARLY', `${token.number} may still come; wait ${minutes} min more.`, {
    rule: 'R13',
    tokenId: token.id,
    notBefore: at,
  });
}
