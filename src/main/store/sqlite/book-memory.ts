import type Database from 'better-sqlite3';
import type { Book, BookKey } from '../../../shared/model/book';
import type { Slot } from '../../../shared/model/slot';
import type { Token } from '../../../shared/model/token';
import { forgettingOthers } from './remembered';

/** A large clinic's doctors on a week of days: more are not looked at in one morning. */
const MOST_KEPT = 500;

/** What a kept book is good for: what its times and numbers follow from besides its own rows. */
export interface BookStamp {
  readonly prefix: string;
  readonly timeZone: string;
}

/**
 * Books as a commit left them, so that a command does not read a day. Only what is committed is kept: this connection
 * writes books here alone, and what other connections write forgets everything, so that a file that somebody mended by
 * hand is believed at once.
 */
export interface BookMemory {
  /** The book with this stamp, if it is kept and may be trusted here. */
  recall(key: BookKey, stamp: BookStamp): Book | undefined;
  /** As read from its rows, or as it was committed. */
  keep(book: Book, stamp: Pick<BookStamp, 'timeZone'>): void;
  /** Its rows are being written in the open transaction: until that ends they are read. */
  isBeingWritten(key: BookKey): void;
  /** The transaction is over, whichever way. */
  isSettled(): void;
  /** Rows of tokens were written without a revision. */
  forgetAll(): void;
}

export function bookMemory(database: Database.Database): BookMemory {
  const kept = new Map<string, { readonly book: Book; readonly stamp: BookStamp }>();
  const unsettled = new Set<string>();
  const look = forgettingOthers(database, () => kept.clear());

  return {
    recall(key, stamp) {
      look();
      const name = nameOf(key);
      const found = unsettled.has(name) ? undefined : kept.get(name);
      return found && isSame(found.stamp, stamp) ? found.book : undefined;
    },
    keep(book, { timeZone }) {
      const name = nameOf(book);
      if (unsettled.has(name)) return;
      // The one kept last is the last to go.
      kept.delete(name);
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(name, { book: inRowOrder(book), stamp: { prefix: book.prefix, timeZone } });
    },
    isBeingWritten(key) {
      unsettled.add(nameOf(key));
    },
    isSettled() {
      for (const name of unsettled) kept.delete(name);
      unsettled.clear();
    },
    forgetAll: () => kept.clear(),
  };
}

/** Days that nobody has touched, as they follow from what is planned. */
export interface PlannedDays {
  recall(key: BookKey, isPast: boolean): Book | undefined;
  /** The same book. Within a transaction what is planned may be unwound again: then it is not kept. */
  kept(key: BookKey, isPast: boolean, book: Book): Book;
  /** It is touched. */
  forget(key: BookKey): void;
  /** What they follow from is written. */
  forgetAll(): void;
}

/** Two weeks of a hospital’s doctors, twice over. */
const MOST_PLANNED = 2_000;

export function plannedDays(database: Database.Database): PlannedDays {
  const days = new Map<string, { readonly isPast: boolean; readonly book: Book }>();
  const look = forgettingOthers(database, () => days.clear());
  return {
    recall(key, isPast) {
      look();
      const found = days.get(nameOf(key));
      return found?.isPast === isPast ? found.book : undefined;
    },
    kept(key, isPast, book) {
      if (database.inTransaction) return book;
      if (days.size >= MOST_PLANNED) days.clear();
      days.set(nameOf(key), { isPast, book });
      return book;
    },
    forget: (key) => days.delete(nameOf(key)),
    forgetAll: () => days.clear(),
  };
}

const nameOf = ({ doctorId, serviceDay }: BookKey): string => `${doctorId} ${serviceDay}`;

const isSame = (one: BookStamp, other: BookStamp): boolean =>
  one.prefix === other.prefix && one.timeZone === other.timeZone;

/** As its rows are read. */
function inRowOrder(book: Book): Book {
  const isInOrder = isSorted(book.tokens, byNumber) && isSorted(book.slots, byStart);
  if (isInOrder) return book;
  return { ...book, tokens: [...book.tokens].sort(byNumber), slots: [...book.slots].sort(byStart) };
}

/** Written out, for it is asked of each book that is written. */
function isSorted<T>(items: readonly T[], compare: (one: T, next: T) => number): boolean {
  for (let index = 1; index < items.length; index += 1) {
    if (compare(items[index - 1] as T, items[index] as T) > 0) return false;
  }
  return true;
}

const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

const byNumber = (one: Token, other: Token): number =>
  byText(one.series, other.series) || one.sequence - other.sequence;

const byStart = (one: Slot, other: Slot): number =>
  one.startMinute - other.startMinute || byText(one.id, other.id);
