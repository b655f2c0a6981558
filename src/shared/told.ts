/*
 * How a window is told a book that it holds already: only what changed is sent. Types alone, and no zod: the bridge knows
 * them too.
 */

/** A book as text has it: whoever is as in the book told before stands there as their place in that one’s list. */
export interface ToldBook<T> {
  readonly tokens: readonly (number | T)[];
}

/** Beside a book that is told: its number, and that of the one it is told by; null: it is whole. */
export interface Telling {
  readonly number: number;
  readonly since: number | null;
}
