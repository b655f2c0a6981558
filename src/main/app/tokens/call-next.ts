import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { fail, type Result } from '../../../shared/result';
import { type Context, callNext, type Decision } from '../../engine';

/**
 * R18: calls the next one if it is whom the window showed as next. Errors: those of `callNext`; CONFLICT naming who
 * is next by now, so that nobody is called whom nobody expected.
 */
export function callExpected(
  expected: TokenId,
): (book: Book, request: unknown, context: Context) => Result<Decision> {
  return (book, request, context) => {
    const decision = callNext(book, request, context);
    if (!decision.ok || decision.value.token?.id === expected) return decision;
    const next = decision.value.token;
    const shown = book.tokens.find(({ id }) => id === expected)?.number ?? '';
    return fail('CONFLICT', `The order has changed: next is ${next?.number ?? ''}, not ${shown}.`, {
      rule: 'R18',
      tokenId: next?.id ?? null,
      number: next?.number ?? null,
      expected,
    });
  };
}
