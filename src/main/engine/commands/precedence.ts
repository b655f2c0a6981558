import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Reason } from '../../../shared/model/reason';
import { isOpen, type Precedence, precedenceOrNoneSchema, type Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { type GivenNeed, needAfter } from '../need';
import { refuseFinal } from '../refusals';

interface NeedRequest {
  readonly tokenId: TokenId;
  readonly precedence: Precedence | null;
}

/**
 * R26: a need that goes first among equals; null takes it away. Staff may say what the patient said before: then it is they who
 * said so. Errors: NOT_FOUND, INVALID_INPUT, CONFLICT if final.
 */
export function setPrecedence(book: Book, request: NeedRequest, context: Context): Result<Decision> {
  const reason = { code: 'asked_by_staff', rule: 'R26' } as const;
  return setNeed(book, request, context, reason, (token, precedence) => {
    const isSame = precedence === token.precedence && token.precedenceFrom !== 'patient';
    return isSame ? token : { precedence, precedenceFrom: 'staff' };
  });
}

interface KnownNeed extends NeedRequest {
  /** What the patient said before the register knew a need. */
  readonly claimed?: Precedence | null | undefined;
}

/**
 * R26: what the register knows of the patient from now on; null: no need. What staff said stands. Errors: NOT_FOUND,
 * INVALID_INPUT, CONFLICT if final.
 */
export function followRegister(book: Book, request: KnownNeed, context: Context): Result<Decision> {
  const reason = { code: 'known_of_patient', rule: 'R26' } as const;
  return setNeed(book, request, context, reason, (token, kept) => needAfter(token, kept, request.claimed));
}

function setNeed(
  book: Book,
  request: NeedRequest,
  context: Context,
  reason: Reason,
  needFor: (token: Token, precedence: Precedence | null) => GivenNeed,
): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R26');
    const asked = checked(precedenceOrNoneSchema, request.precedence, 'precedence');
    if (!asked.ok) return asked;
    const { precedence, precedenceFrom } = needFor(token, asked.value);
    const isSame = precedence === token.precedence && precedenceFrom === token.precedenceFrom;
    if (!isSame) draft.recordToken('tokenPrecedenceSet', { ...token, precedence, precedenceFrom }, reason);
    return ok({ tokenId: token.id });
  });
}
