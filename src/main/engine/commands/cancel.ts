import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type CancelReason, isOpen } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { refuseFinal, refuseInConsultation } from '../refusals';
import { cancelled, stageOf } from '../transitions';

/** Who asked for it; the other reasons are given by the rules alone. */
export type CancelledBy = Extract<CancelReason, 'patient' | 'staff'>;

/** R12: any active, waiting or displaced token, not one in consultation. Errors: NOT_FOUND, CONFLICT. */
export function cancel(
  book: Book,
  request: { tokenId: TokenId; reason: CancelledBy },
  context: Context,
): Result<Decision> {
  const command: Parameters<typeof decide>[2] = (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R12');
    if (stageOf(token) === 'in_consultation') return refuseInConsultation(token, 'R12');
    draft.recordToken('tokenCancelled', cancelled(token, request.reason, draft.now), {
      code: 'asked_by_staff',
      rule: 'R12',
    });
    return ok({ tokenId: token.id });
  };
  return decide(book, context, command, { onReopenedYesterday: true });
}
