import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import { noticeIdSchema } from '../../../shared/model/ids';
import { isListed, isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, cancel, type Decision } from '../../engine';
import type { History } from '../../store/store';
import { timesOf } from '../desk/call-list';
import { contextNow, type Environment } from '../environment';
import { type CommandAnswer, changeOf, withDoors } from '../run/command';

type Days = Awaited<ReturnType<Environment['store']['daysWithOpenTokens']>>;

/**
 * R21: a doctor stops working here: somebody must have said what becomes of the open tokens, of today and later.
 * Answers the days whose tokens are to be cancelled. Errors: CONFLICT with how many are open, and on which days.
 */
export async function openTokensToCancel(
  environment: Environment,
  { id: doctorId, name }: Doctor,
  openTokens: 'keep' | 'cancel' | undefined,
): Promise<Result<Days>> {
  if (openTokens === 'keep') return ok([]);
  const { today } = await contextNow(environment);
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
  environment: Environment,
  books: readonly Book[],
  context: Context,
  history: History,
  settings: Parameters<typeof changeOf>[3]['settings'],
): Result<Omit<ReturnType<typeof changeOf>, 'answer'>> {
  const decisions: Decision[] = [];
  const told: Token[] = [];
  for (const book of books) {
    let now = book;
    const full = withDoors(context, history, book.serviceDay);
    const leaving = book.tokens.filter(isOpen).sort((a, b) => Number(isListed(b)) - Number(isListed(a)));
    for (const token of leaving) {
      if (token.status === 'active' && token.stage === 'in_consultation') continue;
      const done = cancel(now, { tokenId: token.id, reason: 'staff' }, full);
      // A day that is closed already has nobody left to cancel.
      if (!done.ok) continue;
      now = done.value.book;
      decisions.push(done.value);
      told.push(token);
    }
  }
  const about: Pick<Decision, 'token' | 'warnings'> & CommandAnswer = { token: null, warnings: [] };
  const [first] = decisions;
  if (!first) return ok({ books: [] });
  const printing = { settings, history, now: context.now, slip: undefined };
  const change = changeOf(environment, decisions, { ...first, ...about }, printing);
  const notices = told.map((token) => noticeOf(environment, books, token, context));
  return ok({ ...change, notices });
}

function noticeOf(
  { newId }: Environment,
  books: readonly Book[],
  token: Token,
  { now }: Context,
): NonNullable<ReturnType<typeof changeOf>['notices']>[number] {
  const { id: tokenId, serviceDay, doctorId, number, patientName, patientContact } = token;
  const book = books.find((one) => one.serviceDay === serviceDay);
  const from = book ? timesOf(book, token) : null;
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
