import type { BookView } from '../../shared/model/book-view';
import type { Token } from '../../shared/model/token';
import type { Result } from '../../shared/result';
import type { Telling, ToldBook } from '../../shared/told';

interface Kept {
  readonly number: number;
  readonly tokens: readonly Token[];
}

/** So many books of one window are remembered; one that is forgotten is told whole again. */
const MOST_BOOKS = 100;

/**
 * The answers of one window, as text: a page reads that in a fraction of the time in which objects are taken through the
 * bridge one by one. Of a book that it was told before it is told only the tokens that changed since.
 */
export class Answers {
  readonly #books = new Map<string, Kept>();
  #count = 0;

  /**
   * @param held the number of the telling that the page holds of this book, null: of none; undefined: it wants books whole, and
   * remembers none
   */
  textOf(name: unknown, result: Result<unknown>, held: unknown): string {
    if (name !== 'books.view' || !result.ok || held === undefined) return JSON.stringify(result);
    const view = result.value as BookView;
    const key = `${view.doctor.id} ${view.serviceDay}`;
    const before = this.#books.get(key);
    const known = before !== undefined && before.number === held ? before : null;
    this.#count += 1;
    const told: Telling = { number: this.#count, since: known?.number ?? null };
    this.#keep(key, { number: told.number, tokens: view.tokens });
    const value = known === null ? view : { ...view, ...sinceThen(known.tokens, view.tokens) };
    return JSON.stringify({ ok: true, value, told });
  }

  #keep(key: string, kept: Kept): void {
    this.#books.delete(key);
    this.#books.set(key, kept);
    const [oldest] = this.#books.keys();
    if (this.#books.size > MOST_BOOKS && oldest !== undefined) this.#books.delete(oldest);
  }
}

/** A token that did not change is the same object as before (`engine`): nothing is compared. */
function sinceThen(before: readonly Token[], now: readonly Token[]): ToldBook<Token> {
  const places = new Map(before.map((token, place) => [token, place]));
  return { tokens: now.map((token) => places.get(token) ?? token) };
}
