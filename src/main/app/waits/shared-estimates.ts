import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import { type Instant, MINUTE } from '../../../shared/model/time';
import { type Context, type Estimate, estimateForNew, estimateWaits, type PaceModel } from '../../engine';

/** More books than anyone looks at within a minute. */
const MOST_KEPT = 1_000;

interface Kept {
  readonly stamp: string;
  readonly rules: Context['rules'];
  waits?: ReadonlyMap<TokenId, Estimate>;
  /** Null: no walk-in would be taken. */
  ofNew?: Estimate | null;
}

/** Book, context, what was learned, and until when the doctor is away, if so. */
type Question = [book: Book, context: Context, model: PaceModel, away: Instant | undefined];

/** Estimates of books as they are kept, not as they might be. */
export interface SharedEstimates {
  waits(...question: Question): ReadonlyMap<TokenId, Estimate>;
  ofNew(...question: Question): Estimate | null;
}

/**
 * Every window asks for the same waits at every change. They are worked out once, and hold until the book or the minute
 * is another: a range of minutes is no finer than that.
 */
export function sharedEstimates(): SharedEstimates {
  const books = new Map<string, Kept>();

  function keptFor(
    { doctorId, serviceDay, revision, slots }: Book,
    { now, rules }: Context,
    away: Instant | undefined,
  ): Kept {
    const name = `${doctorId} ${serviceDay}`;
    // The clinic's time zone moves slots without a change of the book.
    const stamp = `${revision} ${Math.floor(now / MINUTE)} ${slots[0]?.startsAt ?? ''} ${slots.length} ${away ?? ''}`;
    const known = books.get(name);
    if (known?.stamp === stamp && known.rules === rules) return known;
    if (books.size >= MOST_KEPT) books.clear();
    const fresh: Kept = { stamp, rules };
    books.set(name, fresh);
    return fresh;
  }

  return {
    waits(book, context, model, away) {
      const kept = keptFor(book, context, away);
      kept.waits ??= estimateWaits(book, context, model, away);
      return kept.waits;
    },
    ofNew(book, context, model, away) {
      const kept = keptFor(book, context, away);
      if (kept.ofNew === undefined) {
        kept.ofNew = estimateForNew(book, context, 'walk_in', model, away) ?? null;
      }
      return kept.ofNew;
    },
  };
}
