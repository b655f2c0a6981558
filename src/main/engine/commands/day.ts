import type { Book } from '../../../shared/model/book';
import { isOpen } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { cancelled, noShow, stageOf } from '../transitions';

/**
 * R16: the end of the day: whoever had a seat and never came is a no-show, anyone else unserved was not seen. Those
 * with the doctor stay until served. Nobody is promoted. Works on a past day that was never closed; a day closed
 * already is answered unchanged. Errors: CONFLICT for a day that has not begun.
 */
export function closeDay(book: Book, _request: unknown, context: Context): Result<Decision> {
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
        } else draft.recordToken('tokenCancelled', cancelled(token, 'not_seen', draft.now), reason);
      }
      draft.recordClosed();
      return ok({});
    },
    { onClosedBook: true, settles: false },
  );
}

/** R9 alone: after settings changed, or time passed. Errors: CONFLICT on a closed or past book. */
export function settleOnly(book: Book, _request: unknown, context: Context): Result<Decision> {
  return decide(book, context, () => ok({}));
}
