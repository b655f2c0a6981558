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

/** `Asha Kumari Verma` → `Asha V.` */
function firstAndInitial(name: string): string {
  const [first = '', ...others] = wordsOf(name);
  const last = others.at(-1);
  return last === undefined ? first : `${first} ${initials(last)}`;
}

/** What a waiting room may read of a name; null: nothing. */
export function shownName(name: string, how: BoardSettings['names']): string | null {
  if (how === 'none' || name.trim() === '') return null;
  if (how === 'full') return wordsOf(name).join(' ');
  if (how === 'first') return firstAndInitial(name);
  return how === 'initials' ? initials(name) : masked(name);
}

/** How many digits of a phone number stay readable: enough to know one's own. */
const DIGITS_SHOWN = 3;

/** `9876543210` → `×××××××210`, `asha@mail.example` → `a×××@mail.example`; nothing stays nothing. */
export function maskedContact(contact: string): string {
  const at = contact.indexOf('@');
  if (at > 0) return `${[...contact][0] ?? ''}×××${contact.slice(at)}`;
  const shown = contact.slice(-DIGITS_SHOWN);
  return '×'.repeat(contact.length - shown.length) + shown;
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/u).filter((word) => word !== '');
}
