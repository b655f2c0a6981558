import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import { type KeyFacts, signAt } from './position';

/**
 * A barcode scanner is a fast keyboard: 6 ms a key, slow ones 20–30 ms, mostly with Enter or Tab at the end. This tells
 * its bursts from a person's keys, from the times of the events alone.
 *
 * A plain key outside text fields waits until no other has followed for as long as a person needs; only then is it a
 * shortcut. In a text field letters appear at once, and what turns out to be a slip's code is taken out again.
 */

/** No person presses two keys on purpose within this; no scanner takes longer. */
export const QUICK_MS = 60;
/** Once two keys were that quick, a hiccup of the computer does not end the burst. */
export const PAUSE_MS = 200;

export interface Stroke extends KeyFacts {
  /** Of the event, in ms: when the key went down, not when the page came to it. */
  readonly at: number;
  /** With Ctrl, Alt or the like. */
  readonly modified: boolean;
  readonly repeat: boolean;
  /** What is typed appears in a field. */
  readonly inText: boolean;
  /** A control in focus takes the space bar for itself. */
  readonly onControl: boolean;
}

export interface Scan {
  readonly text: string;
  /** What a slip's code says; null: something else was scanned. */
  readonly tokenId: TokenId | null;
  /** Enter or Tab came after it. */
  readonly ended: boolean;
  /** Its letters stand in a text field and must go. */
  readonly inText: boolean;
}

export interface Verdict {
  /** `hold`: not yet known. */
  readonly what: 'pass' | 'hold' | 'swallow';
  /** The key held until now was a person's: it comes first. */
  readonly release: boolean;
  readonly scan: Scan | null;
}

const pass: Verdict = { what: 'pass', release: false, scan: null };

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

/** Longer than any code we read. */
const MOST_SIGNS = 64;

interface Sign {
  /** As its place has it, which no language of the keyboard changes. */
  readonly byPlace: string;
  /** As the keyboard writes it: the scanner may be set to the same language. */
  readonly byKey: string;
}

export class ScanMachine {
  #signs: Sign[] = [];
  #lastAt = Number.NEGATIVE_INFINITY;
  #held = false;
  #inText = false;
  /** The burst was a slip's code and is dealt with; only its Enter may still come. */
  #taken = false;

  /** A key went down. */
  press(stroke: Stroke): Verdict {
    if (modifiers.has(stroke.key)) return pass;
    if (stroke.repeat) return this.#taken ? { ...pass, what: 'swallow' } : pass;
    const goesOn = this.#goesOn(stroke.at);
    const sign = signOf(stroke);
    if (stroke.key === 'Enter' || stroke.key === 'Tab') return goesOn ? this.#end(stroke) : this.#plain();
    if (sign === null || stroke.modified) return this.#other(stroke, goesOn);
    return goesOn && !this.#taken ? this.#more(stroke, sign) : this.#first(stroke, sign);
  }

  /**
   * Nothing came for a while after the last key, as long as `waits` said. Answers like `press`: whether to release
   * what was held, or what was scanned with no Enter at its end. What was released may still turn out to be a code's
   * first letter: on a busy computer the next keys come late, and their own times say so.
   */
  quiet(): Verdict {
    if (this.#held) {
      this.#held = false;
      return { ...pass, release: true };
    }
    const verdict: Verdict = { ...pass, scan: this.#scanned(false) };
    this.#forget();
    return verdict;
  }

  /** How long to wait for another key before `quiet`; null: nothing is under way. */
  get waits(): number | null {
    // In a field nothing is held back, and a busy page must not cut a code in two.
    if (this.#signs.length === 0 || this.#inText) return null;
    return this.#signs.length === 1 ? QUICK_MS : PAUSE_MS;
  }

  #goesOn(at: number): boolean {
    const gap = at - this.#lastAt;
    return this.#signs.length > 0 && gap <= (this.#signs.length === 1 ? QUICK_MS : PAUSE_MS);
  }

  #first(stroke: Stroke, sign: Sign): Verdict {
    const release = this.#held;
    const scan = this.#scanned(false);
    this.#forget();
    this.#signs = [sign];
    this.#lastAt = stroke.at;
    this.#inText = stroke.inText;
    const own = stroke.inText || (stroke.key === ' ' && stroke.onControl);
    this.#held = !own;
    return { what: own ? 'pass' : 'hold', release, scan };
  }

  #more(stroke: Stroke, sign: Sign): Verdict {
    this.#signs = [...this.#signs.slice(1 - MOST_SIGNS), sign];
    this.#lastAt = stroke.at;
    this.#held = false;
    const tokenId = tokenIdOf(this.#signs);
    if (tokenId === null) return { ...pass, what: stroke.inText ? 'pass' : 'swallow' };
    this.#taken = true;
    return {
      ...pass,
      what: 'swallow',
      scan: { text: tokenId, tokenId, ended: false, inText: this.#inText || stroke.inText },
    };
  }

  #end({ inText }: Stroke): Verdict {
    const own = inText && !this.#taken;
    const scan = own ? null : this.#scanned(true);
    this.#forget();
    return { what: own ? 'pass' : 'swallow', release: false, scan };
  }

  /** Arrows, function keys, anything with Ctrl: no scanner's, unless in the midst of a burst. */
  #other({ at, inText }: Stroke, goesOn: boolean): Verdict {
    if (goesOn && this.#signs.length > 1 && !inText && at - this.#lastAt <= QUICK_MS) {
      this.#lastAt = at;
      return { ...pass, what: 'swallow' };
    }
    return this.#plain();
  }

  #plain(): Verdict {
    const verdict: Verdict = { ...pass, release: this.#held, scan: this.#scanned(false) };
    this.#forget();
    return verdict;
  }

  /** What came outside text fields and is no slip's code: somebody may know it. */
  #scanned(ended: boolean): Scan | null {
    if (this.#taken || this.#inText || this.#held || this.#signs.length < 2) return null;
    return { text: textOf(this.#signs), tokenId: null, ended, inText: false };
  }

  #forget(): void {
    this.#signs = [];
    this.#lastAt = Number.NEGATIVE_INFINITY;
    this.#held = false;
    this.#inText = false;
    this.#taken = false;
  }
}

function signOf({ key, code, shiftKey }: Stroke): Sign | null {
  const place = signAt(code, shiftKey);
  const single = [...key].length === 1;
  if (!single && (place === null || /^[A-Z][A-Za-z0-9]+$/.test(key)) && key !== 'Process' && key !== 'Dead') {
    return null;
  }
  return { byPlace: place ?? key, byKey: single ? key.toLowerCase() : (place ?? '') };
}

/** What was written, where the keyboard is Latin; else what stands at the keys' places. */
function textOf(signs: readonly Sign[]): string {
  const written = signs.map(({ byKey }) => byKey).join('');
  return /^[\x20-\x7e]*$/.test(written) ? written : signs.map(({ byPlace }) => byPlace).join('');
}

export const ID_LENGTH = 36;

/** The code of a slip, if that is what the last keys spell. */
function tokenIdOf(signs: readonly Sign[]): TokenId | null {
  if (signs.length < ID_LENGTH) return null;
  const last = signs.slice(-ID_LENGTH);
  const read = (text: string): TokenId | null => tokenIdSchema.safeParse(text).data ?? null;
  return read(last.map(({ byPlace }) => byPlace).join('')) ?? read(last.map(({ byKey }) => byKey).join(''));
}
