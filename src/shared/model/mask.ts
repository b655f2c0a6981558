/** `Asha Verma` → `A. V.`; whole letters also in scripts that compose them. */
export function maskedName(name: string): string {
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const firstOf = (word: string): string => [...letters.segment(word)][0]?.segment ?? '';
  return name
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `${firstOf(word)}.`)
    .join(' ');
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
