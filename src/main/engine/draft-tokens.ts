import type { TokenId } from '../../shared/model/ids';
import { marksOf, type OfPatient } from '../../shared/model/patient';
import type { Token } from '../../shared/model/token';
import { type BookIndex, indexOf } from './book-index';

/** A book’s tokens while a command changes them: in the order of the book, the new ones at the end. */
export class DraftTokens {
  private readonly line: Token[];
  private readonly index: BookIndex;
  private readonly changed = new Map<TokenId, number>();

  constructor(private readonly before: readonly Token[]) {
    this.line = [...before];
    this.index = indexOf(before);
  }

  get(id: TokenId): Token | undefined {
    return this.line[this.placeOf(id)];
  }

  has(id: TokenId): boolean {
    return this.placeOf(id) >= 0;
  }

  set(id: TokenId, token: Token): void {
    const known = this.placeOf(id);
    const place = known < 0 ? this.line.length : known;
    this.line[place] = token;
    this.changed.set(id, place);
  }

  /** As they are now, whatever is changed later. */
  all(): readonly Token[] {
    return this.line.slice();
  }

  values(): IterableIterator<Token> {
    return this.line.values();
  }

  /** R17: whoever may be the same patient, in the order of the book. */
  near(patient: OfPatient): Token[] {
    const marks = marksOf(patient);
    const known = marks.flatMap((mark) => [...this.index.marked(this.before, mark)]);
    const places = known.map((id) => this.placeOf(id));
    return [...new Set([...places, ...this.changed.values()])]
      .sort((a, b) => a - b)
      .flatMap((place) => this.line[place] ?? [])
      .filter((token) => marksOf(token).some((mark) => marks.includes(mark)));
  }

  private placeOf(id: TokenId): number {
    return this.changed.get(id) ?? this.index.placeOf(this.before, id);
  }
}
