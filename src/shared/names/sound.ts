import { isArabic, latinOfArabic } from './arabic';
import { isIndic, latinOfIndic } from './indic';

/**
 * How a name sounds, whatever script and spelling it is written in. Two depths:
 * - `sound`: letters that spellings mix up are one (`ee`, `i`; `sh`, `s`; `w`, `v`; `z`, `j`), doubled and breathed ones are
 *   plain: `Meena`, `Mina` and `मीना` are `mina`.
 * - `key`: its first sound and its consonants, those that one script has one letter for being one (Tamil: k g, t d, p b): `mn`.
 */
export interface Sound {
  readonly sound: string;
  readonly key: string;
}

/** How common names are shortened. */
const short: Readonly<Record<string, string>> = {
  mohd: 'mohamed',
  mohmd: 'mohamed',
  mhd: 'mohamed',
  md: 'mohamed',
  kr: 'kumar',
};

/** Patients share their names: a few thousand words are most of a clinic's. */
const MOST_HEARD = 20_000;
const heard = new Map<string, readonly Sound[]>();

/** All the ways one folded word may be read: mostly one, never more than four. */
export function soundsOf(word: string): readonly Sound[] {
  const known = heard.get(word);
  if (known) return known;
  if (heard.size >= MOST_HEARD) heard.clear();
  const sounds = read(word);
  heard.set(word, sounds);
  return sounds;
}

function read(word: string): readonly Sound[] {
  const latin = isIndic(word)
    ? latinOfIndic(word)
    : isArabic(word)
      ? latinOfArabic(word)
      : (short[word] ?? word);
  const sounds = [...new Set(readings(latin).map(plainSound))].filter((sound) => sound !== '');
  return sounds.map((sound) => ({ sound, key: keyOf(sound) }));
}

/** What a mark may stand for. */
const marks: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/K/g, ['k', 'h']],
  [/N/g, ['ng', 'mh']],
  [/Y/g, ['y', 'j']],
  [/D/g, ['r', 'd']],
  [/J/g, ['n', 'nj']],
  [/L/g, ['al', 'u']],
  [/E/g, ['al', '']],
  [/T/g, ['ksh', 'tch']],
  [/W/g, ['u', 'v']],
  // राव is Rao; ஞான is Gnana; சீனிவாசன் is Srinivasan; ఎల్లమ్మ is Yellamma; Chawda is said with a v or without;
  // शाह is Shah, গুহ is Guha.
  [/(?<=A)vu?$/g, ['v', '']],
  [/^gn/g, ['n', 'gy']],
  [/^sh?r(?=i|I|ee)/g, ['sr', 's']],
  [/^ye/g, ['ye', 'e']],
  [/aw(?=[^aeiou])/g, ['av', 'au']],
  [/(?<=r[a@])hm/g, ['hm', 'm']],
  [/nh(?=i|e)/g, ['nh', 'n']],
  [/h@$/g, ['h', 'ha']],
];

function readings(latin: string): string[] {
  let all = [latin];
  for (const [mark, [one, other]] of marks) {
    if (all.length > 2 || latin.search(mark) < 0) continue;
    all = all.flatMap((text) => [text.replace(mark, one), text.replace(mark, other)]);
  }
  return all;
}

/** In this order; each on what the ones before have left. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/@/g, 'a'],
  // English habits.
  [/^geo/, 'jo'],
  [/(?<=.)ge$/, 'j'],
  [/^x/, 's'],
  [/x|ksh|kch|cks/g, 'ks'],
  [/[tc]?chh?/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/ck|q|c/g, 'k'],
  [/C/g, 'c'],
  [/jny|dny|jn(?=[aA])/g, 'gy'],
  [/zh/g, 'l'],
  [/sh/g, 's'],
  [/ph|f/g, 'p'],
  [/z/g, 'j'],
  // Vowels: long ones are short, and y is one but at the beginning and between two.
  [/aa|A/g, 'a'],
  [/ee|ea|ie|ii|iy(?=[^aeiou]|$)|I/g, 'i'],
  [/oo|uu|U/g, 'u'],
  [/[aeo]u(?=[^aeiou]|$)|[ao]w(?=[^aeiou]|$)/g, 'o'],
  [/ew(?=[^aeiou]|$)/g, 'u'],
  [/[ae][iy](?=[^aeiou]|$)/g, 'e'],
  [/(?<=[^aeiou])y(?=[^aeiou]|$)/g, 'i'],
  [/w/g, 'v'],
  // Breathed letters are plain; h at the end is not heard.
  [/(?<=[bcdgjkpst])h/g, ''],
  [/H/g, 'h'],
  [/h$/g, ''],
  [/([a-z])\1+/g, '$1'],
];

function plainSound(latin: string): string {
  let sound = latin;
  for (const [pattern, by] of rules) sound = sound.replace(pattern, by);
  return sound.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Sounds that one letter of some script stands for. */
const classes: Readonly<Record<string, string>> = {
  g: 'k',
  c: 's',
  j: 's',
  d: 't',
  b: 'p',
  v: 'p',
};

function keyOf(sound: string): string {
  const first = /^[aeiou]/.test(sound) ? 'a' : '';
  const rest = sound
    .replace(/(?<=.)y/g, '')
    .replace(/[aeiou]/g, '')
    .replace(/[gcjdbv]/g, (letter) => classes[letter] ?? letter)
    .replace(/n(?=p)/g, 'm');
  return first + rest;
}

/** The sounds of two words written as one. */
export function joinedSounds(one: readonly Sound[], other: readonly Sound[]): readonly Sound[] {
  return one.flatMap(({ sound: first }) =>
    other.map(({ sound: second }) => {
      const sound = `${first}${second}`.replace(/([a-z])\1+/g, '$1');
      return { sound, key: keyOf(sound) };
    }),
  );
}

/** From how much two sounds differ: 0 the same; letters that are often mixed up count little. */
export function soundDistance(one: string, other: string): number {
  if (one === other) return 0;
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1, cost = 0; at <= other.length; at += 1) {
    cost += gap(other[at - 1]);
    above[at] = cost;
  }
  for (const letter of one) {
    const row = [(above[0] ?? 0) + gap(letter)];
    for (let at = 1; at <= other.length; at += 1) {
      row[at] = Math.min(
        (above[at] ?? 0) + gap(letter),
        (row[at - 1] ?? 0) + gap(other[at - 1]),
        (above[at - 1] ?? 0) + change(letter, other[at - 1]),
      );
    }
    above = row;
  }
  return above[other.length] ?? 0;
}

const isVowel = (letter = ''): boolean => 'aeiou'.includes(letter);

const nasals: ReadonlySet<string> = new Set(['m', 'n']);

/** A letter too many. */
function gap(letter = ''): number {
  if (letter === 'a') return 0.2;
  if (isVowel(letter)) return 0.35;
  return letter === 'h' || letter === 'y' ? 0.4 : 1;
}

/** One letter for another. */
function change(one: string, other = ''): number {
  if (one === other) return 0;
  if (isVowel(one) && isVowel(other)) return 0.3;
  if (`${one}${other}` === 'iy' || `${one}${other}` === 'yi') return 0.1;
  if (nasals.has(one) && nasals.has(other)) return 0.35;
  return (classes[one] ?? one) === (classes[other] ?? other) ? 0.35 : 1;
}
