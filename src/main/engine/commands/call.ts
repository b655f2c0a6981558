import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { type ActiveToken, isListed, type ListedToken, noteSchema } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checked, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { busyElsewhere, placeOf, refuseElsewhere, whereabouts } from '../elsewhere';
import { doctorQueue } from '../queue';
import { refuse, refuseFinal, refuseInConsultation, refuseOtherDay } from '../refusals';
import { checkGap, checkRecalls, endRound, holdBack, nextCallable, queueBook } from '../rounds';
import { nearestSlot } from '../timing';
import { seated, stageOf } from '../transitions';
import { endBreakNow } from './delay';
import { activeToken, inStage } from './visit';

/**
 * R18: calls the first of those who may be called; the waiting list comes as extras. Who did not answer steps back
 * first (R19), if somebody else may be called. Errors: NOT_FOUND nobody (else) to call, naming who is with another
 * doctor (R27); CONFLICT somebody called has not come in yet; TOO_EARLY the last recall has hardly been heard.
 */
export function callNext(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    if (!isToday(book, context)) return refuseOtherDay(book, 'R18');
    const free = makeWay(draft);
    if (!free.ok) return free;
    const head = nextCallable(draft);
    if (!head) return nobody(draft);
    if (isListed(head.token)) return callExtra(draft, head.token);
    return ring(draft, head.token, { code: 'next_in_queue', rule: 'R18', place: head.place });
  });
}

/**
 * R18: calls this one, out of order: anyone who is here and not with another doctor (R27). The note, why, is kept
 * with the reason (R20). Errors: NOT_FOUND, CONFLICT, TOO_EARLY, INVALID_INPUT for a note too long.
 */
export function callThis(
  book: Book,
  request: { tokenId: TokenId; note?: string | undefined },
  context: Context,
): Result<Decision> {
  const note = checked(noteSchema, request.note ?? '', 'note');
  if (!note.ok) return note;
  const why = note.value === '' ? {} : { note: note.value };
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isToday(book, context)) return refuseOtherDay(book, 'R18');
    if (stageOf(token) === 'called') return refuse(token, 'R18', 'has been called already');
    if (stageOf(token) === 'in_consultation') return refuseInConsultation(token, 'R18');
    if (token.status !== 'active' && !isListed(token)) return refuseFinal(token, 'R18');
    if (token.checkedInAt === null) return refuse(token, 'R18', 'has not come yet; check in first');
    const elsewhere = busyElsewhere(context, token);
    if (elsewhere) return refuseElsewhere(token, elsewhere);
    const free = makeWay(draft);
    if (!free.ok) return free;
    if (isListed(token)) return callExtra(draft, token, why);
    return ring(draft, token, { code: 'asked_by_staff', rule: 'R18', ...why });
  });
}

/**
 * R19: calls the called one again. Where the recalls are spent and somebody else may be called, the round ends
 * instead: held back, or the second time a no-show. Errors: NOT_FOUND, CONFLICT if not called or with another doctor,
 * TOO_EARLY.
 */
export function recall(book: Book, request: { tokenId: TokenId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = activeToken(draft, request.tokenId, 'R19');
    if (!found.ok) return found;
    const token = found.value;
    if (!isToday(book, context)) return refuseOtherDay(book, 'R19');
    if (token.stage !== 'called') return refuse(token, 'R19', 'is not being called');
    const elsewhere = busyElsewhere(context, token);
    if (elsewhere) return refuseElsewhere(token, elsewhere);
    const heard = checkGap(draft, token);
    if (!heard.ok) return heard;
    if (token.recalls >= context.rules.maxRecalls && nextCallable(draft)) endRound(draft, token);
    else {
      const after = { ...token, recalls: token.recalls + 1, lastCalledAt: draft.now };
      draft.recordToken('tokenRecalled', after, { code: 'asked_by_staff', rule: 'R19' });
    }
    return ok({ tokenId: token.id });
  });
}

/** R19: on hold (sent for a test, stepped out): held back until some others were called. Errors: NOT_FOUND, CONFLICT. */
export function hold(book: Book, request: { tokenId: TokenId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = activeToken(draft, request.tokenId, 'R19');
    if (!found.ok) return found;
    const token = found.value;
    if (!isToday(book, context)) return refuseOtherDay(book, 'R19');
    if (token.stage === 'booked') return refuse(token, 'R19', 'has not come yet');
    if (token.stage === 'on_hold') return refuse(token, 'R19', 'is on hold already');
    holdBack(draft, token, 'asked', { code: 'asked_by_staff', rule: 'R19' });
    return ok({ tokenId: token.id });
  });
}

/** R18, R19: nobody else may be called now; the round of one who did not answer ends, if somebody else may be called. */
function makeWay(draft: Draft): Result<null> {
  const called = inStage(draft, 'called');
  if (!called) return ok(null);
  if (!checkRecalls(draft, called).ok)
    return refuse(called, 'R18', 'has been called and has not come in yet');
  const heard = checkGap(draft, called);
  if (!heard.ok) return heard;
  if (!nextCallable(draft)) return nobody(draft);
  endRound(draft, called);
  return ok(null);
}

/** NOT_FOUND, naming who would be called if they were not with another doctor (R27). */
function nobody(draft: Draft): Result<never> {
  const elsewhere = doctorQueue(queueBook(draft), draft.context).flatMap(({ tokenId }) => {
    const token = draft.tokens.get(tokenId);
    const where = token && busyElsewhere(draft.context, token);
    return where ? [{ token, where }] : [];
  });
  const names = elsewhere.map(({ token, where }) => ` ${token.number} ${whereabouts(where)}.`).join('');
  const who = inStage(draft, 'called') ? 'Nobody else' : 'Nobody';
  const places = elsewhere.map(({ token, where }) => placeOf(token, where));
  return fail('NOT_FOUND', `${who} is here to be called.${names}`, { rule: 'R18', elsewhere: places });
}

/** The call itself. A doctor who calls somebody is back from the break (R22). */
function ring(draft: Draft, token: ActiveToken, reason: Reason): Result<Outcome> {
  const now = draft.now;
  const after: ActiveToken = {
    ...token,
    stage: 'called',
    calledAt: now,
    lastCalledAt: now,
    recalls: 0,
    heldAtCall: null,
    heldAt: null,
    heldFor: null,
  };
  draft.recordToken('tokenCalled', after, reason);
  endBreakNow(draft);
  return ok({ tokenId: token.id });
}

/** R18: from the waiting list straight to the door, as an extra in the running (else nearest) slot. */
function callExtra(draft: Draft, token: ListedToken, why: { note?: string } = {}): Result<Outcome> {
  const slot = nearestSlot(draft.slots, draft.now);
  if (!slot) return fail('CONFLICT', 'This doctor has no slots today.', { rule: 'R18' });
  const reason = { code: 'called_extra', rule: 'R18', slotId: slot.id, ...why } as const;
  return ring(draft, seated(token, slot.id, draft.now, true), reason);
}
