import { type Code, isUnfinished, readCode } from '../../../shared/codes/read-code';
import { Burst, ID_LENGTH, signOf } from './burst';
import type { KeyFacts } from './position';

/**
 * A barcode scanner is a fast keyboard: 6 ms a key, slow ones up to 100 ms, mostly with Enter or Tab at the end. This tells
 * its bursts from a person's keys, from the times of the events alone.
 *
 * Outside text fields a plain key waits until no other has followed for as long as a slow scanner takes; only then is it
 * a shortcut. Two keys within `SURE_MS`, or six, not all alike, each within `QUICK_MS`, are no person's. Fewer are given back, in their order:
 * nobody loses a key. In a text field letters appear at once, and what turns out to be a code is taken out again; a card's text,
 * which begins as nobody types, is kept out of it from its third sign on.
 */

/** No person presses two keys on purpose within this. */
export const SURE_MS = 30;
/** No scanner takes longer from key to key. */
export const QUICK_MS = 120;
/** Once it is sure, a hiccup of the computer does not end the burst. */
export const PAUSE_MS = 200;
/** What begins as a long code and does not go on was cut off; a busy computer may be that late with the next key. */
const CUT_MS = 1_000;

/** As many keys, each within `QUICK_MS`, nobody presses where nothing can be typed. */
const FEWEST_SIGNS = 6;
/** One key pressed again and again is a person's. */
const FEWEST_DIFFERENT = 3;
/** With Enter behind it a token number is one sooner. */
const FEWEST_OF_A_NUMBER = 4;
/** A card's text is longer, also most of what is left where its end was cut off. */
const FEWEST_OF_A_CARD = 16;
/** More digits than any phone, number or amount has: from there on they are kept out of a field. */
const MOST_DIGITS = 16;
/** A person may type twelve digits quickly, but not so quickly. */
const SURE_OF_DIGITS_MS = 60;

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
  readonly code: Code;
  /** Enter or Tab came after it. */
  readonly ended: boolean;
  /** How many of its letters stand in a text field and must go. */
  readonly passed: number;
}

export interface Verdict {
  /** `hold`: not yet known. Whatever was held is a scanner's once something else is said, unless `release`. */
  readonly what: 'pass' | 'hold' | 'swallow';
  /** The keys held until now were a person's: they come first, in their order. */
  readonly release: boolean;
  readonly scan: Scan | null;
  /** What was kept out of a field and is no code: it belongs there. */
  readonly typed?: string;
}

const pass: Verdict = { what: 'pass', release: false, scan: null };
const swallow: Verdict = { ...pass, what: 'swallow' };

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

/**
 * What the keys under way are: nothing; `unsure` whose; `sure` a scanner's; `typed` into a field; `hidden` from it; `taken`: a slip's
 * code that is dealt with, of which only the Enter may still come.
 */
type State = 'idle' | 'unsure' | 'sure' | 'typed' | 'hidden' | 'taken';

export class ScanMachine {
  #burst = new Burst();
  #state: State = 'idle';
  #lastAt = Number.NEGATIVE_INFINITY;
  /** The keys that were unsure have been given back; the burst may still go on, by their own times. */
  #given = false;

  /** A key went down. */
  press(stroke: Stroke): Verdict {
    if (modifiers.has(stroke.key)) return pass;
    if (stroke.repeat) return this.#isScanners() ? swallow : pass;
    const gap = stroke.at - this.#lastAt;
    const goesOn = this.#state !== 'idle' && gap <= (this.#state === 'unsure' ? QUICK_MS : PAUSE_MS);
    if (stroke.key === 'Enter' || stroke.key === 'Tab')
      return goesOn ? this.#end(stroke, gap) : this.#plain();
    const sign = signOf(stroke);
    if (sign === null || stroke.modified) return this.#other(stroke, goesOn && gap <= QUICK_MS);
    const before = goesOn && this.#state !== 'taken' ? null : this.#plain();
    this.#lastAt = stroke.at;
    if (before === null) return this.#more(stroke, sign, gap);
    return { ...before, what: this.#first(stroke, sign) };
  }

  /**
   * Nothing came for a while after the last key, as long as `waits` said. Answers like `press`: whether to release
   * what was held, or what was scanned with no Enter at its end. What was released may still turn out to be a code's
   * beginning: on a busy computer the next keys come late, and their own times say so.
   */
  quiet(): Verdict {
    if (this.#state !== 'unsure' || this.#given) return this.#plain();
    this.#given = true;
    return { ...pass, release: true };
  }

  /** How long to wait for another key before `quiet`; null: nothing is under way that waits. */
  get waits(): number | null {
    // What is typed into a field is not held back, and a busy page must not cut a code in two.
    if (this.#state === 'idle' || this.#state === 'typed') return null;
    if (this.#state === 'taken' && this.#burst.passed() > 0) return null;
    if (this.#state === 'unsure') return QUICK_MS;
    return this.#state === 'hidden' || isUnfinished(this.#burst.texts[0]) ? CUT_MS : PAUSE_MS;
  }

  #isScanners(): boolean {
    return this.#state === 'sure' || this.#state === 'hidden' || this.#state === 'taken';
  }

  #first(stroke: Stroke, sign: NonNullable<ReturnType<typeof signOf>>): Verdict['what'] {
    const own = stroke.inText || (stroke.key === ' ' && stroke.onControl);
    this.#burst.add(sign, 0, stroke.inText);
    this.#state = own ? 'typed' : 'unsure';
    return own ? 'pass' : 'hold';
  }

  #more(stroke: Stroke, sign: NonNullable<ReturnType<typeof signOf>>, gap: number): Verdict {
    const shown = stroke.inText && !this.#isScanners();
    this.#burst.add(sign, gap, shown);
    const tokenId = isUnfinished(this.#burst.texts[0]) ? null : this.#burst.tokenId;
    if (tokenId !== null) {
      this.#state = 'taken';
      // Its last sign was kept from the field.
      const passed = this.#burst.passed(ID_LENGTH) - Number(shown);
      return { ...swallow, scan: { text: tokenId, code: { kind: 'token', tokenId }, ended: false, passed } };
    }
    if (this.#isScanners()) return swallow;
    if (!stroke.inText) return this.#outside();
    this.#state = 'typed';
    this.#hide();
    return pass;
  }

  /** One more where nothing can be typed. */
  #outside(): Verdict {
    const { length, slowest, different } = this.#burst;
    const isMany = length >= FEWEST_SIGNS && different >= FEWEST_DIFFERENT;
    this.#state = slowest <= SURE_MS || isMany ? 'sure' : 'unsure';
    if (this.#state === 'sure') return swallow;
    this.#given = false;
    return { ...pass, what: 'hold' };
  }

  /** From here on what comes is kept from the field, if it begins as no person types. */
  #hide(): void {
    const two = this.#burst.last(2);
    const digits = this.#burst.last(MOST_DIGITS);
    const isLong = digits.length === MOST_DIGITS && /^\d+$/.test(digits.texts[0]);
    const begun = two.slowest <= QUICK_MS && two.texts.some((text) => /^(?:\{"|<[?/pqo])$/i.test(text));
    if (begun) this.#burst = two;
    else if (isLong && digits.slowest <= SURE_OF_DIGITS_MS) this.#burst = digits;
    else return;
    this.#state = 'hidden';
  }

  #end(stroke: Stroke, gap: number): Verdict {
    this.#lastAt = stroke.at;
    if (this.#isInside(gap)) {
      const sign = stroke.key === 'Tab' ? '\t' : '\n';
      this.#burst.add({ byPlace: sign, byKey: sign }, gap, false);
      return swallow;
    }
    if (this.#state === 'unsure' && !this.#isNumber()) return this.#plain();
    if (this.#state === 'typed' && !this.#isTypedCode()) return this.#plain();
    const verdict: Verdict = { ...swallow, scan: this.#state === 'taken' ? null : this.#scanned(true) };
    this.#forget();
    return verdict;
  }

  /** Whether this Enter or Tab stands in the midst of a card's text. */
  #isInside(gap: number): boolean {
    if (this.#state === 'unsure' && isUnfinished(this.#burst.text)) this.#state = 'sure';
    if (this.#state === 'typed' && gap <= QUICK_MS && this.#burst.last(1).texts.includes('{')) {
      this.#burst = this.#burst.last(1);
      this.#state = 'hidden';
    }
    return this.#isScanners() && this.#state !== 'taken' && isUnfinished(this.#burst.text);
  }

  #isNumber(): boolean {
    return this.#burst.length >= FEWEST_OF_A_NUMBER && readCode(this.#burst.text).kind === 'number';
  }

  /** In a field: a code that nobody types so quickly. What stands before it stays. */
  #isTypedCode(): boolean {
    const [byPlace, byKey] = this.#burst.texts;
    const begins = Math.max(...[byPlace, byKey].map((text) => text.search(/opd-p:|https?:\/\//i)));
    const burst = begins > 0 ? this.#burst.last(this.#burst.length - begins) : this.#burst;
    const { kind } = readCode(burst.text);
    const most = kind === 'aadhaar' ? SURE_OF_DIGITS_MS : QUICK_MS;
    if (burst.slowest > most || !['link', 'patient', 'facility', 'aadhaar'].includes(kind)) return false;
    this.#burst = burst;
    return true;
  }

  /** Arrows, function keys, anything with Ctrl: no scanner's, unless in the midst of a burst. */
  #other({ at }: Stroke, goesOn: boolean): Verdict {
    if (goesOn && (this.#state === 'sure' || this.#state === 'hidden')) {
      this.#lastAt = at;
      return swallow;
    }
    return this.#plain();
  }

  /** The burst is over: whose it was. */
  #plain(): Verdict {
    const release = this.#state === 'unsure' && !this.#given;
    const isScan = this.#state === 'sure' || this.#state === 'hidden';
    const scan = isScan ? this.#scanned(false) : null;
    const few = this.#burst.length < FEWEST_OF_A_CARD;
    const isText = this.#state === 'hidden' && (few || scan?.code.kind === 'unknown');
    const typed = this.#burst.last(this.#burst.length - this.#burst.passed()).texts[1];
    this.#forget();
    return isText ? { ...pass, typed } : { ...pass, release, scan };
  }

  #scanned(ended: boolean): Scan {
    const { text } = this.#burst;
    return { text, code: readCode(text), ended, passed: this.#burst.passed() };
  }

  #forget(): void {
    this.#burst = new Burst();
    this.#state = 'idle';
    this.#lastAt = Number.NEGATIVE_INFINITY;
    this.#given = false;
  }
}
