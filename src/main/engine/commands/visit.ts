import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type ActiveToken, isListed, isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { isToday } from '../check';
import { checkInObstacle, refuseObstacle } from '../check-in-window';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { refuse, refuseFinal, refuseOtherDay } from '../refusals';
import { served } from '../transitions';
import { waitsForAskedSlot } from '../waiting';

interface ByToken {
  readonly tokenId: TokenId;
}

/**
 * R18: the patient is here. Somebody checked in already is answered unchanged. `unaided`: at the kiosk, where the clinic's
 * window holds; staff may check in whom they see. Errors: NOT_FOUND, CONFLICT.
 */
export function checkIn(
  book: Book,
  { tokenId, unaided = false }: ByToken & { readonly unaided?: boolean },
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R18');
    if (!isToday(book, context)) return refuse(token, 'R18', 'is for another day');
    if (token.checkedInAt !== null) return ok({ tokenId });
    const obstacle = unaided ? checkInObstacle(book, token, context) : undefined;
    if (obstacle) return refuseObstacle(token, obstacle);
    // R8: whom R11 had let go of the slot it asked for is not bound to it again by coming.
    const bound = isListed(token) && waitsForAskedSlot(draft, token);
    const wishedSlotId = bound || token.status === 'active' ? token.wishedSlotId : null;
    const here = { ...token, wishedSlotId, checkedInAt: draft.arrival };
    const after: Token = here.status === 'active' ? { ...here, stage: 'checked_in' } : here;
    draft.recordToken('tokenCheckedIn', after, { code: 'is_here', rule: 'R18' });
    return ok({ tokenId });
  });
}

/** The patient who was called goes in. At most one in consultation per book (R18). Errors: NOT_FOUND, CONFLICT. */
export function start(book: Book, { tokenId }: ByToken, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = activeToken(draft, tokenId, 'R18');
    if (!found.ok) return found;
    const token = found.value;
    if (!isToday(book, context)) return refuseOtherDay(book, 'R14');
    if (token.stage !== 'called') return refuse(token, 'R18', 'has not been called');
    const inside = inStage(draft, 'in_consultation');
    if (inside) return refuse(inside, 'R18', 'is still with the doctor');
    const after = { ...token, stage: 'in_consultation', startedAt: draft.now, unanswered: 0 } as const;
    draft.recordToken('tokenStarted', after, { code: 'asked_by_staff', rule: 'R18' });
    return ok({ tokenId });
  });
}

/**
 * R14: only an active token, on its own day; its seat stays used. On a closed or past book only one in consultation
 * (R16), on a yesterday opened again anyone (R28).
 * Errors: NOT_FOUND, CONFLICT.
 */
export function serve(book: Book, { tokenId }: ByToken, context: Context): Result<Decision> {
  const command = (draft: Draft): ReturnType<Parameters<typeof decide>[2]> => {
    const found = activeToken(draft, tokenId, 'R14');
    if (!found.ok) return found;
    const token = found.value;
    if (draft.isOpen && !isToday(book, context)) return refuseOtherDay(book, 'R14');
    const isDayOver = !draft.isOpen && !draft.isReopenedYesterday;
    if (isDayOver && token.stage !== 'in_consultation') {
      return fail('CONFLICT', 'This day is over for this doctor.', { rule: 'R16', tokenId });
    }
    draft.recordToken('tokenServed', served(token, draft.now), { code: 'asked_by_staff', rule: 'R14' });
    return ok({ tokenId });
  };
  return decide(book, context, command, { onClosedBook: true });
}

/** The token if it is active; else why not. */
export function activeToken(draft: Draft, tokenId: TokenId, rule: string): Result<ActiveToken> {
  const found = draft.token(tokenId);
  if (!found.ok) return found;
  return found.value.status === 'active' ? ok(found.value) : refuseFinal(found.value, rule);
}

/** R18: at most one token of a book is called, and at most one in consultation. */
export function inStage(draft: Draft, stage: 'called' | 'in_consultation'): ActiveToken | undefined {
  for (const token of draft.tokens.values()) {
    if (token.status === 'active' && token.stage === stage) return token;
  }
  return undefined;
}
