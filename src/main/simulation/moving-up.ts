import type { Book } from '../../shared/model/book';
import { type ActiveToken, isListed, type Token } from '../../shared/model/token';
import { type Context, type Decision, move, viewSlots } from '../engine';

/**
 * A rule that was tried and is none of the app's (docs/evaluation.md): a seat that is free in the running slot goes
 * to whoever is here longest with a later seat not asked for; the later seat goes on by R9. Null: nobody to move.
 */
export function moveUp(book: Book, context: Context): Decision | null {
  const running = viewSlots(book, context).find(({ phase, free }) => phase === 'running' && free > 0);
  if (!running) return null;
  const start = new Map(book.slots.map((slot) => [slot.id, slot.startsAt]));
  const [longest] = book.tokens
    .filter(hasSeatNotAskedFor)
    .filter(({ slotId }) => (start.get(slotId) ?? 0) > context.now)
    .sort((a, b) => (a.checkedInAt ?? 0) - (b.checkedInAt ?? 0) || a.sequence - b.sequence);
  if (!longest) return null;
  const moved = move(book, { tokenId: longest.id, slotId: running.id }, context);
  return moved.ok ? moved.value : null;
}

/** Here, to be called, with a seat the clinic chose. */
function hasSeatNotAskedFor(token: Token): token is ActiveToken {
  if (isListed(token) || token.status !== 'active' || token.extra) return false;
  return token.stage === 'checked_in' && token.wishedSlotId === null && token.source !== 'emergency';
}
