import type { TokenId } from '../../shared/model/ids';
import { contactEnd } from '../../shared/model/patient';
import type { Token } from '../../shared/model/token';

/** More entries than tokens by this factor, and it is made anew: what was only looked at leaves some behind. */
const MOST_LEFT_BEHIND = 4;

/**
 * Where in a book’s tokens each of them stands, and whose contact it bears. One index serves every state that a book goes
 * through: tokens are only ever added at the end, and what it says is checked against the tokens at hand, so that what
 * another state, or a decision that was never applied, has left in it does no harm.
 */
export class BookIndex {
  private readonly places = new Map<TokenId, number>();
  private byContact: Map<string, Set<TokenId>> | undefined;

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

  /** Every token whose contact ends so (`contactEnd`) is among the answer, in no order; others may be. */
  ofContact(tokens: readonly Token[], end: string): Iterable<TokenId> {
    if (!this.byContact) {
      this.byContact = new Map();
      for (const token of tokens) this.noteContact(token);
    }
    return this.byContact.get(end) ?? [];
  }

  /** A token of a state that follows, as it is then. */
  note(token: Token, place: number): void {
    this.places.set(token.id, place);
    if (this.byContact) this.noteContact(token);
  }

  private noteContact({ id, patientContact }: Token): void {
    const end = contactEnd(patientContact);
    const known = this.byContact?.get(end);
    if (known) known.add(id);
    else this.byContact?.set(end, new Set([id]));
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
