import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type ActiveToken, isOpen, noteSchema, priorityOf } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate } from '../allocate';
import { checked } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { findFreeSeat, isEmergency, isMovable } from '../place';
import { refuse, refuseFinal } from '../refusals';
import { takeSeat } from '../seating';

export interface UpgradeRequest {
  readonly tokenId: TokenId;
  /** In words; kept as the token's note. */
  readonly reason: string;
}

/**
 * R24: becomes an emergency and keeps its number. On the list it is allocated by R4–R7, keeping its place there if no
 * seat is found; with a seat it takes an earlier one by R4, or keeps its own: who has a seat displaces nobody.
 * Errors: NOT_FOUND, INVALID_INPUT without a reason, CONFLICT if it is one already, or final.
 */
export function upgradeToEmergency(book: Book, request: UpgradeRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const found = draft.token(request.tokenId);
    if (!found.ok) return found;
    const token = found.value;
    if (!isOpen(token)) return refuseFinal(token, 'R24');
    if (isEmergency(token)) return refuse(token, 'R24', 'is an emergency already');
    const note = checked(noteSchema, request.reason, 'reason');
    if (!note.ok) return note;
    if (note.value === '') return fail('INVALID_INPUT', 'Please say why.', { rule: 'R24', field: 'reason' });
    const urgent = { source: 'emergency', priority: priorityOf.emergency, note: note.value } as const;
    if (token.status === 'active') upgradeSeated(draft, { ...token, ...urgent });
    else allocate(draft, 'tokenUpgraded', { ...token, ...urgent, wishedSlotId: null }, token);
    return ok({ tokenId: token.id });
  });
}

/** R24: an earlier seat if R4 has one; nobody called, with the doctor, on hold or beyond the seats is moved. */
function upgradeSeated(draft: Draft, token: ActiveToken): void {
  const own = draft.slots.findIndex((slot) => slot.id === token.slotId);
  const slots = draft.slots.slice(0, own);
  const earlier = isMovable(token) ? findFreeSeat(draft, token, { slots, rule: 'R24' }) : undefined;
  if (earlier) takeSeat(draft, 'tokenUpgraded', token, earlier);
  else
    draft.recordToken('tokenUpgraded', token, { code: 'kept_own_seat', rule: 'R24', slotId: token.slotId });
}
