import type { Book } from '../../../shared/model/book';
import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import { isErased, isSamePatient, marksOf } from '../../../shared/model/patient';
import { isOpen, type Token, type UnseenWay } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { type Decision, decide, type Outcome } from '../decide';
import type { Draft } from '../draft';
import { isOnlySaid, ofStanding } from '../patients';
import { dayBefore } from '../timing';
import { cancelled, isSame, noShow, stageOf } from '../transitions';

export interface CloseRequest {
  /** Of all who are still here or waiting; default: nobody said. */
  readonly unseen?: UnseenWay | undefined;
  /** Of single ones, who differ. */
  readonly unseenEach?: readonly { readonly tokenId: TokenId; readonly as: UnseenWay }[] | undefined;
}

/**
 * R16: the end of the day: whoever had a seat and never came is a no-show, anyone else unserved was not seen, in the
 * way that is said of all or of each. Those
 * with the doctor stay until served. Nobody is promoted. Works on a past day that was never closed; a day closed
 * already is answered unchanged. Errors: CONFLICT for a day that has not begun.
 */
export function closeDay(book: Book, request: CloseRequest | undefined, context: Context): Result<Decision> {
  const { unseen = 'not_seen', unseenEach = [] } = request ?? {};
  const ways = new Map(unseenEach.map(({ tokenId, as }) => [tokenId, as]));
  return decide(
    book,
    context,
    (draft) => {
      if (book.status === 'closed') return ok({});
      if (book.serviceDay > context.today) {
        return fail('CONFLICT', 'That day has not begun.', { rule: 'R16', serviceDay: book.serviceDay });
      }
      for (const token of draft.tokens.values()) {
        if (!isOpen(token) || stageOf(token) === 'in_consultation') continue;
        const reason = { code: 'day_closed', rule: 'R16' } as const;
        if (token.status === 'active' && token.checkedInAt === null) {
          draft.recordToken('tokenNoShow', noShow(token, draft.now), reason);
        } else
          draft.recordToken(
            'tokenCancelled',
            cancelled(token, ways.get(token.id) ?? unseen, draft.now),
            reason,
          );
      }
      draft.recordClosed();
      return ok({});
    },
    { onClosedBook: true, settles: false },
  );
}

/**
 * R28: a day closed by mistake is opened again, today or yesterday: everybody whom the closing changed stands exactly
 * as before, corrections aside; today is settled then (R9). Left over is what was erased since, or would be a second
 * token of its patient by now (R17). `events`: all of that closing. Errors: CONFLICT: open, longer ago, or somebody was
 * changed since.
 */
export function reopenDay(
  book: Book,
  { events }: { events: readonly BookEvent[] },
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => reopen(draft, events), { onClosedBook: true });
}

function reopen(draft: Draft, events: readonly BookEvent[]): Result<Outcome> {
  const { status, serviceDay } = draft.book;
  const { today } = draft.context;
  const why = { rule: 'R28', serviceDay };
  if (status === 'open') return fail('CONFLICT', 'This day is open.', why);
  if (serviceDay !== today && serviceDay !== dayBefore(today)) {
    return fail('CONFLICT', 'Only today and yesterday can be opened again.', why);
  }
  if (!events.some(({ type }) => type === 'bookClosed')) {
    return fail('CONFLICT', 'There is no record of how this day was closed.', why);
  }
  const restored: Restored[] = [];
  for (const { before, after } of events.filter(isTokenEvent)) {
    const token = draft.tokens.get(after.id);
    if (token && isErased(token)) continue;
    if (!before || !token || !isSame(after, token, textFields)) {
      return fail('CONFLICT', `${after.number} was changed after the day was closed.`, {
        ...why,
        tokenId: after.id,
        number: after.number,
      });
    }
    const { patientName, patientContact, patientId, followUp, note } = token;
    const as = { ...before, patientName, patientContact, patientId, followUp, note };
    restored.push({ was: before, as: ofStanding(as, draft.context) });
  }
  const second = secondTokens(draft, restored);
  for (const { as } of restored) {
    if (second.has(as.id)) continue;
    draft.recordToken('tokenRestored', as, { code: 'day_reopened', rule: 'R28' });
  }
  draft.recordReopened();
  return ok({});
}

/** A token as it was when the day was closed, and as it would be now. */
interface Restored {
  readonly was: Token;
  readonly as: Token;
}

/**
 * R17: those whose patient turned out to be somebody who has another token; who is here keeps theirs. Two that were of
 * one patient when the day was closed stand as before.
 */
function secondTokens({ tokens, context }: Draft, restored: readonly Restored[]): ReadonlySet<TokenId> {
  const open = [...tokens.values()].filter(isOpen).map((token) => ({ was: token, as: token }));
  const isHere = ({ as }: Restored): boolean => as.checkedInAt !== null;
  const inOrder = [...restored.filter(isHere), ...restored.filter((one) => !isHere(one))];
  const second = new Set<TokenId>();
  const byMark = new Map<string, Restored[]>();
  for (const one of [...open, ...inOrder]) {
    const marks = marksOf(one.as);
    const near = marks.flatMap((mark) => byMark.get(mark) ?? []);
    if (!isOnlySaid(one.as) && near.some((other) => becameOne(other, one, context))) second.add(one.as.id);
    else for (const mark of marks) byMark.set(mark, [...(byMark.get(mark) ?? []), one]);
  }
  return second;
}

const becameOne = (one: Restored, other: Restored, { country }: Context): boolean =>
  isSamePatient(one.as, other.as, country) && !isSamePatient(one.was, other.was, country);

/** What a correction may have changed meanwhile, also of whose it is. */
const textFields = ['patientName', 'patientContact', 'patientId', 'followUp', 'note', 'updatedAt'] as const;

/** R9 alone: after settings changed, or time passed. Errors: CONFLICT on a closed or past book. */
export function settleOnly(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, () => ok({}));
}
