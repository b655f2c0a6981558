/**
 * Characters that show nothing by themselves: zero-width and format characters, fillers, variation selectors. Joiners
 * are among them; what becomes of those, {@link cleanText} says.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** White space, and U+2800, the braille cell without a dot, which looks like it. */
const space = /[\s\u2800]+/gu;

const something = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Zero-width joiner and non-joiner. */
const joiner = '\\u200c\\u200d';

/** Pictures are joined, too: a family is one picture. */
const pictures = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f';

/** Scripts in which a joiner after a letter or sign changes how a word is written. */
const joiningScripts = [
  ...[
    'Arabic',
    'Bengali',
    'Devanagari',
    'Gujarati',
    'Gurmukhi',
    'Kannada',
    'Khmer',
    'Malayalam',
    'Mongolian',
  ],
  ...['Myanmar', 'Oriya', 'Sinhala', 'Syriac', 'Tamil', 'Telugu', 'Tibetan'],
];
const strayJoiner = new RegExp(
  `(?<![${joiningScripts.map((script) => `\\p{Script=${script}}`).join('')}${pictures}])[${joiner}]`,
  'gu',
);

/**
 * Text as a person meant it: composed, without anything invisible, single spaces. A joiner stays where a script needs
 * it. Nothing is left of text that would show nothing, such as signs without a letter to stand on.
 */
export function cleanText(text: string): string {
  if (cleanAscii.test(text)) return text;
  const clean = text
    .normalize('NFC')
    .replace(space, ' ')
    .replace(strayJoiner, '')
    .replace(invisible, (character) => (character === '\u200c' || character === '\u200d' ? character : ''))
    .replace(/ +/g, ' ')
    .trim();
  return something.test(clean) ? clean : '';
}

/** Most text is such already, or has nothing to fold but capitals and punctuation: that is quick to see. */
const cleanAscii = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const printable = /^[ -~]*$/;

/** Whether there is a letter or a digit that can be seen. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(cleanText(text));
}

/** Accents of Latin, Greek and Cyrillic letters. The signs of other scripts are vowels: they make the name. */
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

/** U+0640 only stretches an Arabic word. */
const stretch = /\u0640/gu;

/**
 * Text as it is compared: letters, vowel signs and digits, in words. Case, accents, punctuation, joiners, widths and the
 * script of digits make no difference: `S.  Kumar` is `s kumar`, `José` is `jose`, `९८` is `98`.
 */
export function fold(text: string): string {
  if (printable.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const plain = text
    .replace(space, ' ')
    .normalize('NFKD')
    .replace(accents, '')
    .replace(invisible, '')
    .replace(stretch, '');
  return asciiDigits(plain)
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** More letters than any name has. */
const MOST_ASKED = 120;

/** The beginning of what somebody looks for, folded: some letters are written for a whole sentence, and each word costs work. */
export function foldQuery(query: string): string {
  const folded = fold(query);
  if (folded.length <= MOST_ASKED) return folded;
  return [...folded.slice(0, 2 * MOST_ASKED)].slice(0, MOST_ASKED).join('').trim();
}

/** The same without the spaces: `S. Kumar`, `S Kumar` and `S.Kumar` are one. */
export function foldTight(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Digits of any script as 0–9, so that ९८७६ and 9876 are one phone number. */
export function asciiDigits(text: string): string {
  if (printable.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0x30;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}
