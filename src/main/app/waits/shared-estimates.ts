import type { Book } from '../../../shared/model/book';
import { type Instant, MINUTE } from '../../../shared/model/time';
import {
  type Context,
  type Estimate,
  estimateForNew,
  expectedWaits,
  type PaceModel,
  type Waits,
} from '../../engine';

/** More books than anyone looks at within a minute. */
const MOST_KEPT = 1_000;

interface Kept {
  readonly stamp: string;
  readonly rules: Context['rules'];
  waits?: Waits;
  /** Null: no walk-in would be taken. */
  ofNew?: Estimate | null;
}

/** Book, context, what was learned, and until when the doctor is away, if so. */
type Question = [book: Book, context: Context, model: PaceModel, away: Instant | undefined];

/** Estimates of books as they are kept; `waitsIf`: of one as it might be. */
export interface SharedEstimates {
  waits(...question: Question): Waits;
  waitsIf(...question: Question): Waits;
  ofNew(...question: Question): Estimate | null;
}

/**
 * Every window asks for the same waits at every change. They are worked out once, and hold until the book or the minute
 * is another: a range of minutes is no finer than that.
 */
export function sharedEstimates(): SharedEstimates {
  const books = new Map<string, Kept>();
  // What was estimated for an answer holds once the book is kept, and is not worked out again.
  const proposed = new WeakMap<Book, Kept>();

  function keptFor(book: Book, { now, rules }: Context, away: Instant | undefined): Kept {
    const name = `${book.doctorId} ${book.serviceDay}`;
    const stamp = stampOf(book, now, away);
    const known = books.get(name);
    if (known?.stamp === stamp && known.rules === rules) return known;
    const mine = proposed.get(book);
    const fresh = mine?.stamp === stamp && mine.rules === rules ? mine : { stamp, rules };
    if (books.size >= MOST_KEPT) books.clear();
    books.set(name, fresh);
    return fresh;
  }

  return {
    waits(book, context, model, away) {
      const kept = keptFor(book, context, away);
      kept.waits ??= expectedWaits(book, context, model, away);
      return kept.waits;
    },
    waitsIf(book, context, model, away) {
      const { rules, now } = context;
      const waits = expectedWaits(book, context, model, away);
      proposed.set(book, { stamp: stampOf(book, now, away), rules, waits });
      return waits;
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

/** The clinic's time zone moves slots without a change of the book. */
function stampOf({ revision, slots }: Book, now: Instant, away: Instant | undefined): string {
  return `${revision} ${Math.floor(now / MINUTE)} ${slots[0]?.startsAt ?? ''} ${slots.length} ${away ?? ''}`;
}
