import { MOST_OF_A_CODE, readCode } from '../../../shared/codes/read-code';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import { type KeyFacts, signAt, writtenAt } from './position';

export const ID_LENGTH = 36;

interface Sign {
  /** As its place has it on a Latin keyboard, which no language of the keyboard changes. */
  readonly byPlace: string;
  /** As the keyboard writes it: the scanner may be set to the same language. */
  readonly byKey: string;
  /** It stands in a text field now. */
  readonly passed: boolean;
  /** Since the sign before, in ms. */
  readonly gap: number;
}

/** Keys that came quickly one after the other. */
export class Burst {
  readonly #signs: Sign[];

  constructor(signs: readonly Sign[] = []) {
    this.#signs = [...signs];
  }

  get length(): number {
    return this.#signs.length;
  }

  /** How many of its signs, or of its last ones, stand in a text field. */
  passed(last = this.#signs.length): number {
    return this.#signs.slice(-last).filter(({ passed }) => passed).length;
  }

  /** The longest time between two keys, in ms. */
  get slowest(): number {
    return Math.max(0, ...this.#signs.slice(1, MOST_TIMED).map(({ gap }) => gap));
  }

  /** How many different signs there are. */
  get different(): number {
    return new Set(this.#signs.slice(0, MOST_TIMED).map(({ byPlace }) => byPlace)).size;
  }

  /** One sign more than is ever read says that there were too many. */
  add(written: Pick<Sign, 'byPlace' | 'byKey'>, gap: number, passed: boolean): void {
    if (this.#signs.length <= MOST_OF_A_CODE) this.#signs.push({ ...written, gap, passed });
  }

  /** Its last signs. */
  last(count: number): Burst {
    return new Burst(this.#signs.slice(-count));
  }

  /** What its keys write: by their places, and by what they are called. */
  get texts(): readonly [string, string] {
    const byPlace = this.#signs.map((sign) => sign.byPlace).join('');
    return [byPlace, this.#signs.map((sign) => sign.byKey).join('')];
  }

  /** The one of its texts that says something; else what was written, where the keyboard is Latin. */
  get text(): string {
    const [byPlace, byKey] = this.texts;
    const said = this.texts.find((text) => marked.has(readCode(text).kind));
    return said ?? (/^[\t\n\x20-\x7e]*$/.test(byKey) ? byKey : byPlace);
  }

  /** The code of a slip, if that is what its last keys spell. */
  get tokenId(): TokenId | null {
    if (this.length < ID_LENGTH) return null;
    const [byPlace, byKey] = this.last(ID_LENGTH).texts.map((text) =>
      tokenIdSchema.safeParse(text.toLowerCase()),
    );
    return byPlace?.data ?? byKey?.data ?? null;
  }
}

/** Of a long burst the beginning tells how fast it is. */
const MOST_TIMED = 64;

/** Kinds of code that no other text is like. */
const marked: ReadonlySet<string> = new Set([
  'token',
  'link',
  'patient',
  'card',
  'facility',
  'aadhaar',
  'cut',
]);

/** What a key writes; null: nothing. */
export function signOf({ key, code, shiftKey }: KeyFacts): Pick<Sign, 'byPlace' | 'byKey'> | null {
  const place = writtenAt(code, shiftKey) ?? signAt(code, shiftKey);
  const single = [...key].length === 1;
  const named = /^[A-Z][A-Za-z0-9]+$/.test(key) && key !== 'Process' && key !== 'Dead';
  if (!single && (place === null || named)) return null;
  return { byPlace: place ?? key, byKey: single ? key : (place ?? '') };
}
