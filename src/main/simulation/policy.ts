import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import type { RuleSettings } from '../../shared/model/settings';
import type { Result } from '../../shared/result';
import {
  busyElsewhere,
  type Context,
  callNext,
  callThis,
  type Decision,
  doctorQueue,
  waitingInOrder,
} from '../engine';

export const policies = ['fair', 'strict', 'fifo'] as const;

/**
 * Who is called next. `fair` and `strict` are the engine's own call orders (R18). `fifo` is no order the app offers,
 * only a yardstick: staff who call, with call-this-one, whoever has been here longest, whatever the kind of token.
 */
export type Policy = (typeof policies)[number];

/** How the doctor's side calls somebody. */
export type CallNext = (book: Book, context: Context) => Result<Decision>;

/** The clinic's rules under this policy. */
export function rulesUnder(policy: Policy, rules: RuleSettings): RuleSettings {
  return policy === 'fifo' ? rules : { ...rules, callOrder: policy };
}

/** Calls whom the policy would call. Errors: NOT_FOUND nobody is here. */
export function callBy(policy: Policy, book: Book, context: Context): Result<Decision> {
  const tokenId = policy === 'fifo' ? longestHere(book, context) : undefined;
  return tokenId === undefined ? callNext(book, {}, context) : callThis(book, { tokenId }, context);
}

/** Of those in the doctor's queue or here on the waiting list, and not with another doctor, who checked in first. */
function longestHere(book: Book, context: Context): TokenId | undefined {
  const here = new Map(
    book.tokens
      .filter((token) => busyElsewhere(context, token) === undefined)
      .map((token) => [token.id, token.checkedInAt]),
  );
  const queue = doctorQueue(book, context).map((entry) => entry.tokenId);
  const listed = waitingInOrder(book.tokens, context).map((token) => token.id);
  let first: { id: TokenId; since: number } | undefined;
  for (const id of [...queue, ...listed]) {
    const since = here.get(id) ?? null;
    if (since !== null && (first === undefined || since < first.since)) first = { id, since };
  }
  return first?.id;
}
