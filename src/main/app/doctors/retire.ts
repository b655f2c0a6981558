import type { Book } from '../../../shared/model/book';
import type { Notice } from '../../../shared/model/call-list';
import type { Doctor } from '../../../shared/model/doctor';
import { noticeIdSchema } from '../../../shared/model/ids';
import { isListed, isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { cancel, type Decision } from '../../engine';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { timesOf } from '../run/call-list';
import type { Deciding } from '../run/plan';

type Days = Awaited<ReturnType<Environment['store']['daysWithOpenTokens']>>;

/**
 * R21: a doctor stops working here: somebody must have said what becomes of the open tokens, of today and later.
 * Answers the days whose tokens are to be cancelled. Errors: CONFLICT with how many are open, and on which days.
 */
export async function openTokensToCancel(
  { environment, today }: Call,
  { id: doctorId, name }: Doctor,
  openTokens: 'keep' | 'cancel' | undefined,
): Promise<Result<Days>> {
  if (openTokens === 'keep') return ok([]);
  const days = await environment.store.daysWithOpenTokens(doctorId, today);
  if (days.length === 0 || openTokens === 'cancel') return ok(days);
  const open = days.reduce((sum, day) => sum + day.open, 0);
  return fail(
    'CONFLICT',
    `${name} still has ${open} patients, today or later. Say whether they keep their tokens or are cancelled.`,
    { doctorId, open, days: days.map(({ serviceDay }) => serviceDay) },
  );
}

/**
 * R12, R21: everybody but who is with the doctor is cancelled and stands on the call list. Those on the list go first,
 * so that nobody gets a seat on the way out.
 */
export function cancelAllOf(
  call: Call,
  books: readonly Book[],
  { contextOn }: Deciding,
): { readonly decisions: readonly Decision[]; readonly notices: readonly Notice[] } {
  const decisions: Decision[] = [];
  const notices: Notice[] = [];
  for (const book of books) {
    let now = book;
    const context = contextOn(book.serviceDay);
    const leaving = book.tokens.filter(isOpen).sort((a, b) => Number(isListed(b)) - Number(isListed(a)));
    for (const token of leaving) {
      if (token.status === 'active' && token.stage === 'in_consultation') continue;
      const done = cancel(now, { tokenId: token.id, reason: 'staff' }, context);
      // A day that is closed already has nobody left to cancel.
      if (!done.ok) continue;
      now = done.value.book;
      decisions.push(done.value);
      notices.push(noticeOf(call, book, token));
    }
  }
  return { decisions, notices };
}

function noticeOf({ environment: { newId }, now }: Call, book: Book, token: Token): Notice {
  const { id: tokenId, serviceDay, doctorId, number, patientName, patientContact } = token;
  const from = timesOf(book, token);
  const who = { tokenId, serviceDay, doctorId, number, patientName, patientContact };
  const id = noticeIdSchema.parse(newId());
  return {
    id,
    kind: 'cancelled',
    because: null,
    ...who,
    at: now,
    from,
    to: null,
    delayMinutes: 0,
    toldAt: null,
  };
}
