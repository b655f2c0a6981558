import { expect } from 'vitest';
import { type Context, doctorQueue } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { TokenId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import * as oracle from './oracle';

/** R18, R19: who is in the queue, and in what order. */
export function checkQueue(book: Book, context: Context): void {
  const queue = doctorQueue(book, context);
  const tokens = new Map<TokenId, Token>(book.tokens.map((token) => [token.id, token]));
  const here = book.tokens.filter((token) => token.checkedInAt !== null);
  const ready = here.filter((token) => token.status === 'active' && token.stage === 'checked_in');
  const urgentHere = here.filter((token) => 'listSequence' in token && oracle.urgent(token));
  const held = here.filter((token) => token.status === 'active' && token.stage === 'on_hold');
  const due = held.filter(
    (token) =>
      token.status === 'active' &&
      (ready.length + urgentHere.length === 0 ||
        book.calls - (token.heldAtCall ?? 0) >= context.rules.heldBackCalls),
  );
  const expected = [...ready, ...urgentHere, ...due].map((token) => token.id);
  expect(queue.map((entry) => entry.tokenId).sort()).toEqual(expected.sort());
  const kinds = ['emergency', 'held_back_due', 'fair_share', 'slot_order'];
  let [lastKind, lastScore, lastStart] = [0, Number.POSITIVE_INFINITY, 0];
  for (const { tokenId, place } of queue) {
    const kind = kinds.indexOf(place.code);
    expect(kind).toBeGreaterThanOrEqual(lastKind);
    lastKind = kind;
    const token = tokens.get(tokenId);
    expect(place.code === 'emergency').toBe(
      token !== undefined &&
        oracle.urgent(token) &&
        !(token.status === 'active' && token.stage === 'on_hold'),
    );
    if (place.code === 'fair_share') {
      expect(place.score).toBeLessThanOrEqual(lastScore);
      lastScore = place.score;
    }
    if (place.code === 'slot_order') {
      expect(place.slotStart).toBeGreaterThanOrEqual(lastStart);
      lastStart = place.slotStart;
    }
  }
}
