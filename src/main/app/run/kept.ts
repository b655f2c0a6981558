import type { Book } from '../../../shared/model/book';
import type { Instant } from '../../../shared/model/time';
import type { Store } from '../../store/store';
import type { Call } from '../call';
import { breathe } from './breathe';

/** What was worked out at a moment, and until when it holds if nothing but time goes by. */
export interface Lasting<T> {
  readonly value: T;
  readonly until: Instant;
}

/** Parts of answers that are kept, and never change: what is made of them may be kept beside them. */
const lasting = new WeakSet<object>();

function mark(value: unknown): void {
  if (typeof value === 'object' && value !== null) lasting.add(value);
}

/** Whether this very value is kept, and given to others too. */
export function isLasting(value: unknown): value is object {
  return typeof value === 'object' && value !== null && lasting.has(value);
}

/** The same mapping, made once of what is kept, whose result then is kept as well. */
export function onceOfLasting<T extends object, U extends object>(map: (value: T) => U): (value: T) => U {
  const known = new WeakMap<T, U>();
  return (value) => {
    const found = known.get(value);
    if (found) return found;
    const mapped = map(value);
    if (!isLasting(value)) return mapped;
    mark(mapped);
    known.set(value, mapped);
    return mapped;
  };
}

interface Kept<T> extends Lasting<T> {
  readonly from: Instant;
  /** What else it follows from. */
  readonly stamp: readonly unknown[];
}

/** More kinds of windows, kiosks and boards than a house has. */
const MOST_KEPT = 100;

/**
 * What follows from a book, kept beside it and gone with it: a book that was changed is another. Everything else it follows
 * from stands in the stamp.
 */
export function besideBook<T>() {
  const views = new WeakMap<Book, Kept<T>>();
  return async (
    book: Book,
    now: Instant,
    stamp: readonly unknown[],
    make: () => Lasting<T>,
  ): Promise<Lasting<T>> => {
    const known = views.get(book);
    if (known && holds(known, now, stamp)) return known;
    await breathe();
    const view = { ...make(), from: now, stamp };
    mark(view.value);
    views.set(book, view);
    return view;
  };
}

/**
 * What follows from what is written, the settings, the day and the moment: the very same answer, whoever asks, until
 * something is written or its time is over.
 */
export function whileNothingIsWritten<T extends object>() {
  const answers = new WeakMap<Store, Map<string, Kept<T>>>();
  return async (
    { environment: { store }, settings, today, now }: Call,
    name: string,
    make: () => Promise<Lasting<T>>,
  ): Promise<T> => {
    const kept = answers.get(store) ?? new Map<string, Kept<T>>();
    answers.set(store, kept);
    // The settings were read at the door, maybe before they were changed.
    const stamp = [await store.version(), settings, today];
    const known = kept.get(name);
    if (known && holds(known, now, stamp)) return known.value;
    const made = await make();
    mark(made.value);
    for (const part of Object.values(made.value)) mark(part);
    if ((await store.version()) === stamp[0]) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(name, { ...made, from: now, stamp });
    }
    return made.value;
  };
}

/** A clock that was set back behind the moment makes it anew. */
function holds(
  { from, until, stamp: known }: Kept<unknown>,
  now: Instant,
  stamp: readonly unknown[],
): boolean {
  return from <= now && now < until && known.every((part, index) => part === stamp[index]);
}
