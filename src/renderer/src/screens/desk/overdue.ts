import type { BookView } from '../../../../shared/model/book-view';
import type { Instant } from '../../../../shared/model/time';
import type { Token } from '../../../../shared/model/token';

/** R13: somebody with a seat who is not here and past their time. */
export interface Overdue {
  readonly token: Token;
  readonly doctor: string;
  /** When the clock marks them by itself. */
  readonly at: Instant;
  /** Of the book this was read in. */
  readonly now: Instant;
}

/** Of these books, the next that the clock would mark first. */
export function overdueOf(views: readonly BookView[]): readonly Overdue[] {
  const all = views.flatMap(({ overdue, tokens, doctor, now }) =>
    overdue.flatMap(({ tokenId, at }): Overdue[] => {
      const token = tokens.find(({ id }) => id === tokenId);
      return token === undefined ? [] : [{ token, doctor: doctor.name, at, now }];
    }),
  );
  return all.sort((a, b) => a.at - b.at);
}

/** Past their time, though the clock has not marked them: it had stood still, and gives them time anew. */
export function needsLook(list: readonly Overdue[]): boolean {
  return list.some(({ at, now }) => at > now);
}
