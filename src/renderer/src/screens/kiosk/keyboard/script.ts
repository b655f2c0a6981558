import type { Language } from '../../../i18n/languages';

/** What a key does to the text before the caret. */
export interface Edit {
  /** UTF-16 units to take away first. */
  readonly remove: number;
  readonly insert: string;
}

/** The letters of one language as keys. */
export interface Script {
  readonly language: Language;
  readonly rows: readonly (readonly string[])[];
  /** Punctuation that names have, in the bottom row. */
  readonly extras: readonly string[];
  /** Whether vowels join the consonant before them, so that there is a way to write them alone. */
  readonly joins: boolean;
  press(before: string, key: string): Edit;
  /** What stands on the key: what pressing it would make, where that differs from its letter. */
  label(before: string, key: string): string;
}

/** A script whose keys type just what stands on them. */
export function plainScript(
  language: Language,
  rows: readonly string[],
  extras: readonly string[],
  press: Script['press'] = (_before, key) => ({ remove: 0, insert: key }),
): Script {
  return {
    language,
    rows: rows.map((row) => row.split(' ')),
    extras,
    joins: false,
    press,
    label: (_before, key) => key,
  };
}
