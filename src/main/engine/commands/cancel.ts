import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type CancelReason, isOpen, noteSchema } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import { refuseFinal, refuseInConsultation } from '../refusals';
import { cancelled, stageOf } from '../transitions';

/** Who asked for it; the other reasons are given by the rules alone. */
export type CancelledBy = Extract<CancelReason, 'patient' | 'staff'>;

/**
 * R12: any active, waiting or displaced token, not one in consultation. The note, why, is kept with the reason (R20).
 * Errors: NOT_FOUND, CONFLICT, INVALID_INPUT for a note too long.
 */
export function cancel(
  book: Book,
  request: { tokenId: TokenId; reason: CancelledBy; note?: string | undefined },
  context: Context,
): Result<Decision> {
  const note = checked(noteSchema, request.note ?? '', 'note');
  if (!note.ok) return note;
  const why = note.value === '' ? {} : { note: note.value };
  const command: Parameters<typeof decide>[2] = (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R12');
    if (stageOf(token) === 'in_consultation') return refuseInConsultation(token, 'R12');
    draft.recordToken('tokenCancelled', cancelled(token, request.reason, draft.now), {
      code: 'asked_by_staff',
      rule: 'R12',
      ...why,
    });
    return ok({ tokenId: token.id });
  };
  return decide(book, context, command, { onReopenedYesterday: true });
}
