import { type BookEvent, isTokenEvent } from '../../../shared/model/event';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';

/**
 * Whose slip is no longer true: the patient is here with a paper that names another slot than the token has now, or
 * that named one and the token has none. Not who is called in or in the room at this moment, and nobody twice,
 * however often one change moved them.
 */
export function movedWhileHere(events: readonly BookEvent[]): readonly TokenId[] {
  const before = new Map<TokenId, Token | null>();
  const after = new Map<TokenId, Token>();
  for (const event of events) {
    if (!isTokenEvent(event)) continue;
    const { id } = event.after;
    if (!before.has(id)) before.set(id, event.before);
    after.set(id, event.after);
  }
  return [...after.values()]
    .filter((token) => {
      const then = before.get(token.id);
      return then && isWaitingHere(token) && slotOnPaper(then) !== slotOnPaper(token);
    })
    .map(({ id }) => id);
}

function isWaitingHere(token: Token): boolean {
  const withDoctor =
    token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation');
  return isOpen(token) && token.checkedInAt !== null && !withDoctor;
}

/** What the slip in the patient's hand says; a token that was over, and is not any more, had one too. */
function slotOnPaper(token: Token): SlotId | null {
  if (token.status === 'active' || token.status === 'served') return token.slotId;
  return token.status === 'cancelled' || token.status === 'no_show' ? token.lastSlotId : null;
}
