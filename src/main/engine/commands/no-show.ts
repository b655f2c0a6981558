import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { isErased } from '../../../shared/model/patient';
import type { Reason } from '../../../shared/model/reason';
import { type Instant, MINUTE } from '../../../shared/model/time';
import type { ActiveToken } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate } from '../allocate';
import { isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { Draft } from '../draft';
import { busyElsewhere, freeSince, refuseElsewhere } from '../elsewhere';
import { checkDuplicate, ofStanding } from '../patients';
import { refuse } from '../refusals';
import { checkGap, checkRecalls, endRound, heardAt, nextCallable } from '../rounds';
import { startOf } from '../timing';
import { noShow as asNoShow } from '../transitions';
import { activeToken, inStage } from './visit';

/**
 * R13: by hand: an active token that has not come in time, or did not answer. One that is a no-show already is
 * answered unchanged. Errors: NOT_FOUND, TOO_EARLY with the instant from which it may be, CONFLICT (here and not
 * called, or with another doctor (R27)).
 */
export function noShow(book: Book, request: { tokenId: TokenId }, context: Context): Result<Decision> {
  const command: Parameters<typeof decide>[2] = (draft) => {
    const known = draft.tokens.get(request.tokenId);
    if (known?.status === 'no_show') return ok({ tokenId: known.id });
    const found = activeToken(draft, request.tokenId, 'R13');
    if (!found.ok) return found;
    const token = found.value;
    const elsewhere = busyElsewhere(context, token);
    if (elsewhere) return refuseElsewhere(token, elsewhere);
    const reason = whyByHand(draft, token);
    if (!reason.ok) return reason;
    draft.recordToken('tokenNoShow', asNoShow(token, draft.now), reason.value);
    return ok({ tokenId: token.id });
  };
  return decide(book, context, command, { onReopenedYesterday: true });
}

function whyByHand(draft: Draft, token: ActiveToken): Result<Reason> {
  if (token.stage === 'booked') {
    const due = notHereBy(draft, token);
    return due.at > draft.now ? tooEarly(draft, token, due.at) : ok(due.reason);
  }
  if (token.stage === 'called') {
    const recalled = checkRecalls(draft, token);
    if (!recalled.ok) return recalled;
    const heard = checkGap(draft, token);
    return heard.ok ? ok(didNotAnswer(token)) : heard;
  }
  if (token.stage === 'on_hold' && token.heldFor === 'no_answer') return ok(didNotAnswer(token));
  return refuse(token, 'R13', 'is here and is not being called');
}

/** R19: so long after the last call the clock ends a round by itself. */
const ROUND_ENDS_AFTER = MINUTE;

/**
 * R13, R19: what the timer does: marks whoever is due, ends the round of one who does not answer while somebody else
 * may be called, then settles (R9). Nobody who got a seat at this very instant is marked with it, nobody who is with
 * another doctor (R27), and nobody within the timeout of an outage or a reopening, when people could not check in.
 */
export function sweep(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    for (const token of draft.tokens.values()) {
      if (token.status !== 'active' || token.seatedAt >= draft.now || busyElsewhere(context, token)) continue;
      const due = dueByTimer(draft, token);
      if (!due || due.at > draft.now) continue;
      draft.recordToken('tokenNoShow', asNoShow(token, draft.now), due.reason);
    }
    endSilentRound(draft);
    return ok({});
  });
}

interface Due {
  readonly at: Instant;
  readonly reason: Reason;
}

/** R13: when the timer marks this token; undefined: never as it stands. */
function dueByTimer(draft: Draft, token: ActiveToken): Due | undefined {
  if (token.stage === 'booked') {
    const { at, reason } = notHereBy(draft, token, watchedFrom(draft));
    return { at, reason };
  }
  if (token.stage !== 'called' || token.recalls < draft.context.rules.maxRecalls) return undefined;
  const since = Math.max(
    token.lastCalledAt ?? draft.now,
    watchedFrom(draft),
    freeSince(draft.context, token),
  );
  return { at: Math.max(since + timeoutOf(draft), heardAt(draft, token)), reason: didNotAnswer(token) };
}

/** R19: the timer ends a round; the second one only where R13's watch and R27 allow a no-show. */
function endSilentRound(draft: Draft): void {
  const called = inStage(draft, 'called');
  if (!called || called.recalls < draft.context.rules.maxRecalls) return;
  // Of a clock that was set back, too: nobody is marked before the moment the seat was given.
  if (busyElsewhere(draft.context, called) || called.seatedAt >= draft.now) return;
  const reachableSince = Math.max(watchedFrom(draft), freeSince(draft.context, called));
  const silentSince = Math.max(called.lastCalledAt ?? draft.now, reachableSince);
  if (draft.now < Math.max(silentSince + ROUND_ENDS_AFTER, heardAt(draft, called))) return;
  if (called.unanswered > 0 && draft.now < reachableSince + timeoutOf(draft)) return;
  if (nextCallable(draft)) endRound(draft, called);
}

/** R13: since when the clock's work has watched this open day without a gap. */
function watchedFrom({ context, day }: Draft): Instant {
  return Math.max(context.watchedSince ?? 0, day.reopenedAt ?? 0);
}

/** R13: whom staff could mark now because they are not here, and when the clock does so by itself. */
export function overdue(book: Book, context: Context): { tokenId: TokenId; at: Instant }[] {
  const draft = new Draft(book, context);
  if (!draft.isOpen) return [];
  return book.tokens.flatMap((token) => {
    if (token.status !== 'active' || token.stage !== 'booked' || busyElsewhere(context, token)) return [];
    if (notHereBy(draft, token).at > draft.now) return [];
    return [{ tokenId: token.id, at: notHereBy(draft, token, watchedFrom(draft)).at }];
  });
}

function timeoutOf({ context }: Draft): number {
  return context.rules.noShowTimeoutMinutes * MINUTE;
}

/** R13: from when on somebody with a seat who is not here may be marked. */
function notHereBy(draft: Draft, token: ActiveToken, watched: Instant = 0): Due {
  const slot = draft.slot(token.slotId);
  const start = slot ? startOf(slot) : 0;
  const since = Math.max(start, token.seatedAt, watched, freeSince(draft.context, token));
  const at = since + timeoutOf(draft);
  return { at, reason: { code: 'not_here_in_time', rule: 'R13', deadline: at } };
}

function didNotAnswer({ recalls }: ActiveToken): Reason {
  return { code: 'did_not_answer', rule: 'R13', recalls };
}

/**
 * R13: back in the queue on the same day: here, with its number, allocated anew; its time on the list starts now, and
 * neither a lost seat (R6) nor unanswered rounds (R19) are remembered. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN.
 */
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
    if (token.status === 'cancelled' && token.cancelReason === 'transfer_undone') {
      return refuse(token, 'R21', 'went back to the doctor before');
    }
    if (isErased(token)) return refuse(token, 'R13', 'was erased: nobody knows whose it was');
    if (!isToday(book, context)) return refuse(token, 'R13', 'is of another day');
    const duplicate = checkDuplicate(draft, ofStanding(token, context), request.allowDuplicate);
    if (!duplicate.ok) return duplicate;
    const anew = { checkedInAt: draft.arrival, wishedSlotId: null, lostSlotId: null };
    allocate(draft, 'tokenReinstated', { ...token, ...anew });
    return ok({ tokenId: token.id, warnings: duplicate.value });
  });
}

function tooEarly(draft: Draft, token: ActiveToken, at: Instant): Result<never> {
  const minutes = Math.ceil((at - draft.now) / MINUTE);
  return fail('TOO_EARLY', `${token.number} may still come; wait ${minutes} min more.`, {
    rule: 'R13',
    tokenId: token.id,
    notBefore: at,
  });
}
