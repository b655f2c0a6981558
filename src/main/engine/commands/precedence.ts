import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { isOpen, type Precedence, precedenceSchema } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { refuseFinal } from '../refusals';

/** R26: a need that goes first among equals; null takes it away. Errors: NOT_FOUND, INVALID_INPUT, CONFLICT if final. */
export function setPrecedence(
  book: Book,
  request: { tokenId: TokenId; precedence: Precedence | null },
  context: Context,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R26');
    const precedence = checked(precedenceSchema.nullable(), request.precedence, 'precedence');
    if (!precedence.ok) return precedence;
    if (precedence.value === token.precedence) return ok({ tokenId: token.id });
    const after = { ...token, precedence: precedence.value };
    draft.recordToken('tokenPrecedenceSet', after, { code: 'asked_by_staff', rule: 'R26' });
    return ok({ tokenId: token.id });
  });
}
