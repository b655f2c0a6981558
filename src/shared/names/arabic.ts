/**
 * Names in Arabic letters (Urdu and Arabic), in plain Latin ones. Short vowels are not written there, and are not guessed.
 * W is و, which is v or the vowel u or o (see `readings`); H is an h that breathes no
 * other letter; E and L are the article.
 */
const letters: ReadonlyMap<string, string> = new Map(
  [
    'آA اA أA إi ٱA ىA ءـ ئـ ؤu عـ',
    'بb پp تt ٹt ثs جj چch حH خkh دd ڈd ذz رr ڑr زz ژz سs شsh صs ضz طt ظz غg فf',
    'قk كk کk گg لl مm نn ںn وW هH ہH ۀH ةH ۃH ھh یi يi ےe ۓe',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1).replace('ـ', '')] as const),
);

/** Vowel marks: a, i, u; written in prayer books, hardly ever in names. */
const marks: ReadonlyMap<string, string> = new Map([
  ['\u064e', 'a'],
  ['\u0650', 'i'],
  ['\u064f', 'u'],
]);

/** Whether there is an Arabic letter in it. */
export function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** One word, folded (`fold`), as Latin letters and marks; what is not Arabic stays. */
export function latinOfArabic(word: string): string {
  const plain = word.normalize('NFC');
  const latin = [...plain]
    .map((letter) => letters.get(letter) ?? marks.get(letter) ?? other(letter))
    .join('');
  return (
    latin
      // A word that begins with ع or ا begins with some vowel.
      .replace(/^A[Wi](?=[^aeiouAW])/, 'a')
      .replace(/^/, /^[عءأإآاٱ]/.test(plain) && !/^[aAiu]/.test(latin) ? 'a' : '')
      // Between vowels, beside alif, and at the beginning و is a consonant; ی at the beginning too.
      .replace(/^W|W(?=A)|(?<=A)W/g, 'v')
      .replace(/^i(?=.)/, /^[یي]/.test(plain) ? 'y' : 'i')
      .replace(/(?<=A)i(?=A)/g, 'y')
      // What is doubled there has a short vowel between.
      .replace(/([bdfgjklmnprstz])(?=\1)/g, '$1@')
      // The l of the article is silent before some letters: Abdul Rahman, Abdur Rahman; din is ud-Din.
      .replace(/^Al(?=[tdrzsn])/, 'E')
      .replace(/Al(?=[tdrzsn])/g, 'L')
      // At the end ہ and ة only carry the vowel before them.
      .replace(/(?<=[^aeiouA])H$/, /[هہةۃۀ]$/.test(plain) ? 'a' : 'H')
  );
}

function other(letter: string): string {
  return /[\p{M}]/u.test(letter) ? '' : letter;
}
