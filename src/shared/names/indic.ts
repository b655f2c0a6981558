/**
 * Names in the scripts of India, in plain Latin letters: as they are spelled in English, not as scholars write them. Capital
 * vowels are long, `@` is the short a that no letter shows. The marks D, J, K, N, T and Y may be read in two ways: see `readings`.
 *
 * The Unicode blocks of these scripts follow one plan (ISCII, IS 13194:1991; the Unicode standard, chapter 12): a letter stands
 * at the same place in each. So one table serves Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and
 * Malayalam.
 */

const FIRST_BLOCK = 0x0900;
const END_OF_BLOCKS = 0x0d80;
const PLACES = 0x80;

type Table = ReadonlyMap<number, string>;

/** By place, from the first on; `-` is a place without a letter. */
function table(from: number, letters: string): Table {
  const entries = letters.split(' ').map((letter, index) => [from + index, letter] as const);
  return new Map(entries.filter(([, letter]) => letter !== '-'));
}

const vowels = table(0x05, 'a A i I u U ri l e e e ai o o o au');
const consonants: Table = new Map([
  ...table(0x15, 'k kh g gh n ch chh j jh J t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h'),
  ...table(0x58, 'k kh g z D D f y'),
]);
const vowelSigns: Table = new Map([
  ...table(0x3e, 'A i I u U ri ri e e e ai o o o au'),
  ...table(0x55, 'e e au'),
]);

const CANDRABINDU = 0x01;
const ANUSVARA = 0x02;
const NUKTA = 0x3c;
const VIRAMA = 0x4d;

/** A dot below: sounds that came with Persian and Arabic, and the flapped r. */
const dotted: Readonly<Record<string, string>> = { j: 'z', ph: 'f', d: 'D', dh: 'D', y: 'y' };

/** What stands at no common place. */
const apart: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ৎ: 't',
    ৰ: 'r@',
    ৱ: 'v@',
    ୱ: 'v@',
    'ੰ': 'M',
    'ੱ': '',
    ੲ: 'i',
    ੳ: 'u',
    ൺ: 'n',
    ൻ: 'n',
    ർ: 'r',
    ൽ: 'l',
    ൾ: 'l',
    ൿ: 'k',
    ൎ: 'r',
    ஃ: 'H',
  }),
);

type Script = 'northern' | 'bengali' | 'tamil' | 'southern' | 'malayalam';

const scriptOfBlock: readonly Script[] = [
  'northern',
  'bengali',
  'northern',
  'northern',
  'northern',
  'tamil',
  'southern',
  'southern',
  'malayalam',
];

/** Whether there is a letter of India in it. */
export function isIndic(word: string): boolean {
  return /[\u0900-\u0d7f]/.test(word);
}

/** One word, folded (`fold`), as Latin letters and marks; what is of no such script stays. */
export function latinOfIndic(word: string): string {
  let latin = '';
  let script: Script = 'northern';
  for (const letter of word.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    const isOfBlock = code >= FIRST_BLOCK && code < END_OF_BLOCKS;
    if (isOfBlock) script = scriptOfBlock[(code - FIRST_BLOCK) >> 7] ?? 'northern';
    latin =
      apart.has(letter) || !isOfBlock ? latin + (apart.get(letter) ?? letter) : add(latin, code % PLACES);
  }
  return habits[script](common(latin));
}

function add(latin: string, place: number): string {
  const consonant = consonants.get(place);
  if (consonant !== undefined) return `${latin}${consonant}@`;
  const sign = vowelSigns.get(place);
  if (sign !== undefined) return latin.replace(/@$/, '') + sign;
  if (place === VIRAMA) return latin.replace(/@$/, '');
  if (place === NUKTA) return latin.replace(/([a-zJ]+)@$/, dot);
  if (place === ANUSVARA || place === CANDRABINDU) return `${latin}M`;
  return latin + (vowels.get(place) ?? '');
}

function dot(written: string, letters: string): string {
  const last = /[^aeiou]h$|.$/.exec(letters)?.[0] ?? '';
  const rest = letters.slice(0, letters.length - last.length);
  return dotted[last] === undefined ? written : `${rest}${dotted[last]}@`;
}

/** The same in all of them. */
function common(latin: string): string {
  return (
    latin
      // ज्ञ is said as it is in the land: gyan, jnan, dnyan.
      .replace(/jJ/g, 'gy')
      // सिंह is Singh in the north, Simha in the south.
      .replace(/Mh/g, 'N')
      .replace(/M(?=[pbm])/g, 'm')
  );
}

const habits: Readonly<Record<Script, (latin: string) => string>> = {
  northern: (latin) => silentEnd(nasal(latin)),
  // There is no v; y at the beginning is said and mostly written j.
  bengali: (latin) => silentEnd(nasal(latin)).replace(/^y/, 'Y'),
  tamil: (latin) =>
    nasal(latin)
      .replace(/Hp/g, 'f')
      .replace(/H/g, '')
      .replace(/tch/g, 'T')
      .replace(/rr/g, 'tr')
      .replace(/@vu/g, 'au')
      // One letter for k, g and, between vowels, h.
      .replace(/(?<=[aeiouAIU@])k(?=[aeiouAIU@])/g, 'K'),
  southern: (latin) => nasal(latin.replace(/M$/, 'm')),
  malayalam: (latin) => nasal(latin.replace(/M$/, 'm')).replace(/rr/g, 'tt'),
};

function nasal(latin: string): string {
  return latin.replace(/M/g, 'n');
}

/** The short a at the end is not said there. */
function silentEnd(latin: string): string {
  return latin.replace(/(?<![aeiouAIU@]h)@$/, '');
}
