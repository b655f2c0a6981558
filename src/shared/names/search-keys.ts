import { fold, foldQuery, foldTight } from '../model/fold';
import { joinedSounds, type Sound, soundDistance, soundsOf } from './sound';

/** What is kept of somebody to be searched: text with text, as `instr`, LIKE or FTS5's trigrams do. */
export interface SearchKeys {
  /** Names and all else by which somebody is looked for, folded, each also without its spaces: `asha verma|ashaverma|9198…`. */
  readonly text: string;
  /** How each word of the names sounds: `=as=~asa~ =prm=~verma~`; after `+` two words as one. */
  readonly keys: string;
}

/** Whoever has any of these in `keys` may be meant. Never shorter than three signs. */
type Needles = readonly string[];

/** A name that is looked for. */
export interface NameSearch {
  /** By sound: some needle of each word is in `keys`. Empty: what is looked for is no name. */
  readonly words: readonly Needles[];
  /** Or some needle of all the words written as one. */
  readonly together: Needles;
  /** How well somebody fits, the least is the best; null: not at all. */
  rank(found: SearchKeys): number | null;
}

/**
 * @param names a name and its other spellings, in whatever script
 * @param others phones (their `phoneKey`), numbers, a year of birth
 */
export function searchKeysOf(names: readonly string[], others: readonly string[] = []): SearchKeys {
  const parts = [...names, ...others].flatMap((part) => [fold(part), foldTight(part)]);
  const text = [...new Set(parts)].filter((part) => part !== '').join('|');
  const keys = names.flatMap((name) => {
    const words = wordsOf(name).map((word) => soundsOf(word));
    const pairs = words.slice(1).map((word, index) => `+${groupOf(joinedSounds(words[index] ?? [], word))}`);
    return [...words.map(groupOf), ...pairs];
  });
  return { text, keys: [...new Set(keys)].join(' ') };
}

function groupOf(sounds: readonly Sound[]): string {
  const keys = [...new Set(sounds.map(({ key }) => `=${key}=`))];
  return [...keys, ...sounds.map(({ sound }) => `~${sound}~`)].join('');
}

const wordsOf = (name: string): string[] => wordsIn(fold(name));

const wordsIn = (folded: string): string[] => (folded === '' ? [] : folded.split(' '));

/** Null: nothing that could be looked for. The last word may be still being typed. */
export function nameSearch(query: string): NameSearch | null {
  const words = wordsIn(foldQuery(query));
  if (words.length === 0) return null;
  const asked = new Asked(words);
  return { words: asked.needles, together: asked.together, rank: (found) => asked.rank(found) };
}

/** Ranks: the very name; one that sounds so as a whole; its words; beginnings of them; so in sound; somewhere inside; like it. */
const [SAME, WHOLE, WORDS, BEGINNINGS, SOUND, INSIDE, LIKE] = [0, 1, 2, 3, 4, 5, 6];

/** Each word more or fewer than asked for: the shorter of two names is first. */
const OTHER_LENGTH = 0.02;
/** What sounds may differ in, for each word, between two spellings of one name. */
const SPELLING = 0.6;
/** What a word that is only begun is behind one that is whole. */
const BEGUN = 0.5;
/** One letter alone would be everybody's beginning. */
const FEWEST_TO_BEGIN = 2;
/** Words that may be one word, or one that may be so many. */
const MOST_AS_ONE = 2;
/** Ways to read several words as one that are tried. */
const MOST_READINGS = 4;

class Asked {
  readonly needles: readonly Needles[];
  readonly together: Needles;
  readonly #words: readonly string[];
  readonly #sounds: readonly (readonly Sound[])[];
  readonly #joined: readonly Sound[];
  /** Many who are found are called alike. */
  readonly #apart = new Map<string, number>();

  constructor(words: readonly string[]) {
    this.#words = words;
    const isName = !words.some((word) => /\d/.test(word));
    this.#sounds = isName ? words.map((word) => soundsOf(word)) : [];
    const [first = [], ...rest] = this.#sounds;
    this.#joined = rest.reduce((all, one) => joinedSounds(all, one).slice(0, MOST_READINGS), first);
    this.needles = this.#sounds.map((sounds, index) => needlesOf(sounds, index === words.length - 1));
    this.together = rest.length > 0 ? needlesOf(this.#joined, true) : [];
  }

  rank({ text, keys }: SearchKeys): number | null {
    const query = this.#words.join(' ');
    const parts = text.split('|');
    if (parts.includes(query)) return SAME;
    const count = (parts[0] ?? '').split(' ').length;
    const off = OTHER_LENGTH * Math.min(9, Math.abs(count - this.#words.length));
    const distance = this.#distance(keys, count);
    if (distance.whole !== null) return WHOLE + distance.whole / 10;
    const own = text.split(/[| ]/);
    const each = (fits: (word: string) => boolean): boolean => this.#words.every(fits);
    if (each((word) => own.includes(word))) return WORDS + off;
    if (each((word) => own.some((one) => one.startsWith(word)))) return BEGINNINGS + off;
    if (distance.any !== null && distance.any <= SPELLING * this.#words.length) {
      return SOUND + off + distance.any / 10;
    }
    if (each((word) => text.includes(word)) || text.includes(this.#words.join(''))) return INSIDE + off;
    return distance.any === null ? null : LIKE + off + distance.any;
  }

  /** How far the sounds are apart, all words taken together, and where they make up the whole name; null: too far. */
  #distance(keys: string, count: number): { readonly any: number | null; readonly whole: number | null } {
    const some = (needles: Needles): boolean => needles.some((needle) => keys.includes(needle));
    const inWords = this.needles.length > 0 && this.needles.every(some);
    const inOne = this.together.length > 0 && some(this.together);
    if (!inWords && !inOne) return { any: null, whole: null };
    const sounds = soundsIn(keys);
    const last = this.#sounds.length - 1;
    const sum = (mayBeBegun: boolean): number =>
      this.#sounds.reduce((all, own, at) => all + this.#nearest(own, sounds, mayBeBegun && at === last), 0);
    const asMany = count === this.#sounds.length;
    const mayBeWhole = asMany ? inWords : count <= MOST_AS_ONE && this.#sounds.length <= MOST_AS_ONE;
    const whole = asMany ? sum(false) : this.#nearest(this.#joined, soundsIn(asOne(keys, count)), false);
    return {
      any: Math.min(sum(true), this.#nearest(this.#joined, sounds, true)),
      whole: mayBeWhole && whole <= SPELLING * count ? whole : null,
    };
  }

  #nearest(asked: readonly Sound[], own: readonly string[], mayBeBegun: boolean): number {
    let best = Number.POSITIVE_INFINITY;
    for (const { sound } of asked) {
      for (const other of own) {
        best = Math.min(best, this.#between(sound, other));
        if (mayBeBegun && other.length > sound.length) {
          best = Math.min(best, BEGUN + this.#between(sound, other.slice(0, sound.length)));
        }
      }
    }
    return best;
  }

  #between(sound: string, other: string): number {
    const pair = `${sound} ${other}`;
    const known = this.#apart.get(pair);
    if (known !== undefined) return known;
    const distance = soundDistance(sound, other);
    this.#apart.set(pair, distance);
    return distance;
  }
}

/** Of a name of one word itself, of a longer one two of its words written as one. */
function asOne(keys: string, count: number): string {
  return count === 1
    ? keys
    : keys
        .split(' ')
        .filter((group) => group.startsWith('+'))
        .join(' ');
}

function soundsIn(keys: string): string[] {
  return [...keys.matchAll(/~([^~]+)~/g)].map(([, sound = '']) => sound);
}

function needlesOf(sounds: readonly Sound[], mayBeBegun: boolean): Needles {
  const keys = [...new Set(sounds.map(({ key }) => key))];
  return keys.map((key) => (mayBeBegun && key.length >= FEWEST_TO_BEGIN ? `=${key}` : `=${key}=`));
}
