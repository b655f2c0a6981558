import type { BoardSettings } from './board-settings';

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whole letters, also in scripts that compose them of several characters. */
function lettersOf(word: string): string[] {
  return [...letters.segment(word)].map(({ segment }) => segment);
}

/** `Asha Verma` → `A. V.` */
export function initials(name: string): string {
  return wordsOf(name)
    .map((word) => `${lettersOf(word)[0] ?? ''}.`)
    .join(' ');
}

/**
 * `Asha Verma` → `As••• V.`: enough to know oneself, too little to be told by others. Never more than half of
 * the first word and two letters of it; always three dots, so that its length is not told either.
 */
function masked(name: string): string {
  const [first = '', ...others] = wordsOf(name);
  const own = lettersOf(first);
  const shown = own.slice(0, Math.min(2, Math.max(1, Math.floor(own.length / 2)))).join('');
  const last = others.at(-1);
  return last === undefined ? `${shown}•••` : `${shown}••• ${initials(last)}`;
}

/** What a waiting room may read of a name; null: nothing. */
export function shownName(name: string, how: BoardSettings['names']): string | null {
  if (how === 'none' || name.trim() === '') return null;
  return how === 'initials' ? initials(name) : masked(name);
}

function wordsOf(name: string): string[] {
  return name.trim().split(/\s+/u);
}
