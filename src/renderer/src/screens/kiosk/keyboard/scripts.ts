import type { Language } from '../../../i18n/languages';
import { abugidaScript } from './abugida';
import { plainScript, type Script } from './script';

/** Capital at the start of each word, as names are written. */
const english = plainScript(
  'en',
  ['Q W E R T Y U I O P', 'A S D F G H J K L', 'Z X C V B N M'],
  ['.', "'", '-'],
  (before, key) => {
    const capital = before === '' || /[\s.'-]$/u.test(before);
    return { remove: 0, insert: capital ? key : key.toLowerCase() };
  },
);

/**
 * In the order of the varnamala, which everybody who reads Hindi knows; INSCRIPT, made for ten fingers that
 * have learnt it, puts half the letters behind Shift.
 */
const hindi = abugidaScript({
  language: 'hi',
  inherent: 'अ',
  signs: {
    आ: 'ा',
    इ: 'ि',
    ई: 'ी',
    उ: 'ु',
    ऊ: 'ू',
    ऋ: 'ृ',
    ए: 'े',
    ऐ: 'ै',
    ओ: 'ो',
    औ: 'ौ',
  },
  marks: { अं: 'ं' },
  virama: '्',
  nukta: '़',
  consonant: /^[\u0915-\u0939\u0958-\u095f]$/u,
  consonants: ['क ख ग घ च छ ज झ ट ठ ड ढ', 'ण त थ द ध न प फ ब भ म य', 'र ल व श ष स ह ड़ ज़ क्ष ज्ञ'],
  extras: ['ँ', '.'],
});

/** In the order of the alphabet; the first key after a consonant puts the pulli. */
const tamil = abugidaScript({
  language: 'ta',
  inherent: 'அ',
  signs: {
    ஆ: 'ா',
    இ: 'ி',
    ஈ: 'ீ',
    உ: 'ு',
    ஊ: 'ூ',
    எ: 'ெ',
    ஏ: 'ே',
    ஐ: 'ை',
    ஒ: 'ொ',
    ஓ: 'ோ',
    ஔ: 'ௌ',
  },
  marks: {},
  virama: '்',
  nukta: '',
  consonant: /^[\u0b95-\u0bb9]$/u,
  consonants: ['க ங ச ஞ ட ண த ந ப ம ய ர', 'ல வ ழ ள ற ன ஜ ஷ ஸ ஹ ஃ'],
  extras: ['.'],
});

/** The places of the letters as on every Arabic keyboard, with the hamza forms within reach. */
const arabic = plainScript(
  'ar',
  ['ض ص ث ق ف غ ع ه خ ح ج د', 'ش س ي ب ل ا ت ن م ك ط ذ', 'أ إ آ ئ ء ؤ ر ى ة و ز ظ'],
  ['-'],
);

export const scripts: Readonly<Record<Language, Script>> = { en: english, hi: hindi, ta: tamil, ar: arabic };
