import { type Book, isSameBook } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { Followed } from '../../../shared/model/register-saved';
import { isOpen, type Token } from '../../../shared/model/token';
import { aheadOf, type Decision } from '../../engine';
import type { Deciding } from '../run/plan';

/** Which open tokens a change of the register reaches, and how many others each goes before now (R18). */
export function followedBy(
  books: readonly Book[],
  decisions: readonly Decision[],
  { contextOn }: Pick<Deciding, 'contextOn'>,
): Followed[] {
  return books.flatMap((before) => {
    const ofBook = decisions.filter(({ book }) => isSameBook(book, before));
    const after = ofBook.at(-1)?.book;
    const changed = new Set(
      ofBook.flatMap(({ events }) => events.filter(isTokenEvent).map(({ after: { id } }) => id)),
    );
    if (!after || changed.size === 0) return [];
    const context = contextOn(before.serviceDay);
    const ahead = (book: Book, token: Token): number => (waits(token) ? aheadOf(book, token, context) : 0);
    const was = new Map(before.tokens.map((token) => [token.id, token]));
    return after.tokens.flatMap((token): Followed[] => {
      const old = was.get(token.id);
      if (!old || !changed.has(token.id) || !isOpen(token)) return [];
      const { id: tokenId, number, doctorId, serviceDay } = token;
      return [{ tokenId, number, doctorId, serviceDay, passes: ahead(before, old) - ahead(after, token) }];
    });
  });
}

/** Only who is here has a place; who is called or with the doctor has none before anybody. */
const waits = (token: Token): boolean =>
  token.checkedInAt !== null && (token.status !== 'active' || token.stage === 'checked_in');
