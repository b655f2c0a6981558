import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { type ActiveToken, isListed, type ListedToken, noteSchema } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checked, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { rankQueue } from '../queue';
import { refuse, refuseFinal, refuseInConsultation } from '../refusals';
import { nearestSlot } from '../timing';
import { seated, stageOf } from '../transitions';
import { waitingInOrder } from '../waiting';
import { activeToken, inStage } from './visit';

/**
 * R18: calls the head of the doctor's queue; when it is empty, the best of the waiting list who is here, as an
 * extra. Errors: NOT_FOUND nobody to call; CONFLICT somebody called has not come in yet.
 */
export function callNext(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    if (!isToday(book, context)) return refuseOtherDay(draft);
    const free = makeWay(draft);
    if (!free.ok) return free;
    const [head] = currentQueue(draft);
    if (!head) {
      const best = waitingInOrder(draft.tokens.values(), context).find((token) => token.checkedInAt !== null);
      return best
        ? callExtra(draft, best)
        : fail('NOT_FOUND', 'Nobody is here to be called.', { rule: 'R18' });
    }
    if (isListed(head.token)) return callExtra(draft, head.token);
    return ring(draft, head.token, { code: 'next_in_queue', rule: 'R18', place: head.place });
  });
}

/**
 * R18: calls this one, out of order: anyone who is here. The note, why, is kept with the reason (R20).
 * Errors: NOT_FOUND, CONFLICT, INVALID_INPUT for a note too long.
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
    if (!isToday(book, context)) return refuseOtherDay(draft);
    if (stageOf(token) === 'called') return refuse(token, 'R18', 'has been called already');
    if (stageOf(token) === 'in_consultation') return refuseInConsultation(token, 'R18');
    if (token.status !== 'active' && !isListed(token)) return refuseFinal(token, 'R18');
    if (token.checkedInAt === null) return refuse(token, 'R18', 'has not come yet; check in first');
    const free = makeWay(draft);
    if (!free.ok) return free;
    if (isListed(token)) return callExtra(draft, token, why);
    return ring(draft, token, { code: 'asked_by_staff', rule: 'R18', ...why });
  });
}

/**
 * R19: calls the called one again; the recalls spent, holds it back. Errors: NOT_FOUND, CONFLICT if not called.
 */
export function recall(book: Book, request: { tokenId: TokenId }, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = activeToken(draft, request.tokenId, 'R19');
    if (!found.ok) return found;
    const token = found.value;
    if (token.stage !== 'called') return refuse(token, 'R19', 'is not being called');
    if (token.recalls >= context.rules.maxRecalls) {
      holdBack(draft, token, { code: 'did_not_answer', rule: 'R19', recalls: token.recalls });
    } else {
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
    if (token.stage === 'booked') return refuse(token, 'R19', 'has not come yet');
    if (token.stage === 'on_hold') return refuse(token, 'R19', 'is on hold already');
    holdBack(draft, token, { code: 'asked_by_staff', rule: 'R19' });
    return ok({ tokenId: token.id });
  });
}

/** The doctor's queue of a book in the middle of a command. */
function currentQueue(draft: Draft): ReturnType<typeof rankQueue> {
  const book = { slots: draft.slots, tokens: [...draft.tokens.values()], calls: draft.calls };
  return rankQueue(book, draft.context);
}

/** R18, R19: nobody else may be called now; one who did not answer to every recall steps back by itself. */
function makeWay(draft: Draft): Result<null> {
  const called = inStage(draft, 'called');
  if (!called) return ok(null);
  if (called.recalls < draft.context.rules.maxRecalls) {
    return refuse(called, 'R18', 'has been called and has not come in yet');
  }
  holdBack(draft, called, { code: 'did_not_answer', rule: 'R19', recalls: called.recalls });
  return ok(null);
}

function holdBack(draft: Draft, token: ActiveToken, reason: Reason): void {
  draft.recordToken('tokenHeld', { ...token, stage: 'on_hold', heldAtCall: draft.calls }, reason);
}

function ring(draft: Draft, token: ActiveToken, reason: Reason): Result<Outcome> {
  const now = draft.now;
  const after: ActiveToken = {
    ...token,
    stage: 'called',
    calledAt: now,
    lastCalledAt: now,
    recalls: 0,
    heldAtCall: null,
  };
  draft.recordToken('tokenCalled', after, reason);
  return ok({ tokenId: token.id });
}

/** R18: from the waiting list straight to the door, as an extra in the running (else nearest) slot. */
function callExtra(draft: Draft, token: ListedToken, why: { note?: string } = {}): Result<Outcome> {
  const slot = nearestSlot(draft.slots, draft.now);
  if (!slot) return fail('CONFLICT', 'This doctor has no slots today.', { rule: 'R18' });
  const reason = { code: 'called_extra', rule: 'R18', slotId: slot.id, ...why } as const;
  return ring(draft, seated(token, slot.id, draft.now, true), reason);
}

function refuseOtherDay(draft: Draft): Result<never> {
  return fail('CONFLICT', 'Patients are called on their own day only.', {
    rule: 'R18',
    serviceDay: draft.book.serviceDay,
  });
}
