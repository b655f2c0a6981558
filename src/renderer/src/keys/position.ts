/** What a key event tells of the key. */
export interface KeyFacts {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** Keys whose name says nothing of where they are: a composed or dead key, or one the system does not know. */
const unnamed: ReadonlySet<string> = new Set(['Dead', 'Process', 'Unidentified', '']);

/** Signs of the keys that are no letter and no digit, by their place; with Shift. */
const signs: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  NumpadSubtract: ['-', '-'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
};

/**
 * The key as a shortcut knows it: what is printed on it where that is Latin, else what stands at its place on a Latin
 * keyboard, so that Hindi (InScript) or Arabic letters change nothing. Letters are small; `Enter`, `F2` and the like
 * are themselves.
 */
export function keyOf({ key, code, shiftKey }: KeyFacts): string {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  if (/^[A-Z][A-Za-z0-9]+$/.test(key) && !unnamed.has(key)) return key;
  return signAt(code, shiftKey) ?? key;
}

/** What stands at this place on a Latin keyboard, small; null: no letter, digit or sign that is known. */
export function signAt(code: string, shiftKey: boolean): string | null {
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? digit ?? signs[code]?.[shiftKey ? 1 : 0] ?? null;
}

/** What a key writes on a Latin (US) keyboard, with and without Shift, by its place. */
const written: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Backquote: '`~',
    Minus: '-_',
    Equal: '=+',
    BracketLeft: '[{',
    BracketRight: ']}',
    Backslash: '\\|',
    Semicolon: ';:',
    Quote: '\'"',
    Comma: ',<',
    Period: '.>',
    Slash: '/?',
    Space: '  ',
    NumpadAdd: '++',
    NumpadSubtract: '--',
    NumpadMultiply: '**',
    NumpadDivide: '//',
    NumpadDecimal: '..',
    ...Object.fromEntries([...')!@#$%^&*('].map((sign, digit) => [`Digit${digit}`, `${digit}${sign}`])),
    ...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map(keyOfLetter)),
  }),
);

function keyOfLetter(letter: string): [string, string] {
  const capital = letter.toUpperCase();
  return [`Key${capital}`, letter + capital];
}

/** What the key at this place writes on a Latin keyboard, capital or small; null: nothing that is known. */
export function writtenAt(code: string, shiftKey: boolean): string | null {
  return written.get(code)?.[shiftKey ? 1 : 0] ?? null;
}

/** 1–9, wherever the keyboard's language puts other signs on them; else 0. */
export function digitOf(code: string): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);
}

/** Which key wrote a letter that is not Latin, learnt from the keys pressed so far. */
const learnt = new Map<string, string>();

export function learn({ key, code, shiftKey }: KeyFacts): void {
  const at = signAt(code, shiftKey);
  if (at !== null && key !== '' && !/^[\x20-\x7e]|^[A-Z][A-Za-z0-9]+$/.test(key)) learnt.set(key, at);
}

/**
 * What the same keys write on a Latin keyboard: a doctor's letter is found, and `A17`, whichever script the keyboard
 * is in. Letters whose key is not known stay.
 */
export function latinOf(text: string): string {
  let latin = '';
  let rest = text;
  while (rest !== '') {
    const [first = ''] = rest;
    // Some keys write two letters at once.
    const two = rest.slice(0, 2);
    const taken = learnt.has(two) ? two : first;
    latin += learnt.get(taken) ?? taken;
    rest = rest.slice(taken.length);
  }
  return latin;
}
