import type { TokenId } from '../../shared/model/ids';
import { marksOf } from '../../shared/model/patient';
import type { Token } from '../../shared/model/token';

/** More entries than tokens by this factor, and it is made anew: what was only looked at leaves some behind. */
const MOST_LEFT_BEHIND = 4;

/**
 * Where in a book’s tokens each of them stands, and which marks of a patient it bears. One index serves every state that a book goes
 * through: tokens are only ever added at the end, and what it says is checked against the tokens at hand, so that what
 * another state, or a decision that was never applied, has left in it does no harm.
 */
export class BookIndex {
  private readonly places = new Map<TokenId, number>();
  private byMark: Map<string, Set<TokenId>> | undefined;

  constructor(tokens: readonly Token[]) {
    for (let place = 0; place < tokens.length; place += 1) {
      const token = tokens[place];
      if (token) this.places.set(token.id, place);
    }
  }

  get size(): number {
    return this.places.size;
  }

  /** Of these tokens the place of this one; -1: it is not among them. */
  placeOf(tokens: readonly Token[], id: TokenId): number {
    const place = this.places.get(id);
    if (place === undefined) return -1;
    if (tokens[place]?.id === id) return place;
    return tokens.findIndex((token) => token.id === id);
  }

  /** Every token with this mark ({@link marksOf}) is among the answer, in no order; others may be. */
  marked(tokens: readonly Token[], mark: string): Iterable<TokenId> {
    if (!this.byMark) {
      this.byMark = new Map();
      for (const token of tokens) this.noteMarks(token);
    }
    return this.byMark.get(mark) ?? [];
  }

  /** A token of a state that follows, as it is then. */
  note(token: Token, place: number): void {
    this.places.set(token.id, place);
    if (this.byMark) this.noteMarks(token);
  }

  private noteMarks(token: Token): void {
    for (const mark of marksOf(token)) {
      const known = this.byMark?.get(mark);
      if (known) known.add(token.id);
      else this.byMark?.set(mark, new Set([token.id]));
    }
  }
}

const indexes = new WeakMap<readonly Token[], BookIndex>();

/** Made once for a book that was read, and handed on from each state to the next. */
export function indexOf(tokens: readonly Token[]): BookIndex {
  const known = indexes.get(tokens);
  if (known) return known;
  const index = new BookIndex(tokens);
  indexes.set(tokens, index);
  return index;
}

/** The next state of these tokens has the same index, with what is new in it. */
export function handOn(index: BookIndex, tokens: readonly Token[]): void {
  if (index.size <= MOST_LEFT_BEHIND * (tokens.length + 100)) indexes.set(tokens, index);
}
