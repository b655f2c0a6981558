/**
 * What the voice of the waiting room says, clip by clip. A clip is a piece of a sentence; which pieces make a
 * sentence, and in which order, is data too: src/renderer/src/voice/phrases.ts. Arabic is written as it is spoken
 * and with its vowels, which the synthesiser cannot guess.
 *
 * @typedef {object} Speaker
 * @property {string} voice of espeak-ng
 * @property {number} wordsPerMinute slower than talk: it must be understood across a full room
 * @property {readonly string[]} digits 0 to 9
 * @property {Readonly<Record<string, string>>} letters how a clinic says the Latin letters of a token number
 * @property {Readonly<Record<string, string>>} words the rest, by the clip's name
 */

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** @param {readonly string[]} names */
const letters = (names) =>
  Object.fromEntries(alphabet.map((letter, index) => [letter, names[index] ?? letter]));

/** @type {Readonly<Record<string, Speaker>>} */
export const speakers = {
  en: {
    voice: 'en-gb',
    wordsPerMinute: 135,
    digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    letters: letters(alphabet),
    words: {
      'token-number': 'token number,',
      'go-to-room': 'please go to room,',
      'go-to-board': 'please go to the room shown on the board.',
      'go-to-doctor': 'please go to the doctor.',
    },
  },
  hi: {
    voice: 'hi',
    wordsPerMinute: 135,
    digits: ['शून्य', 'एक', 'दो', 'तीन', 'चार', 'पाँच', 'छह', 'सात', 'आठ', 'नौ'],
    letters: letters(
      'ए बी सी डी ई एफ़ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड'.split(' '),
    ),
    words: {
      'token-number': 'टोकन नंबर,',
      'go-to-room': 'कृपया कमरा नंबर,',
      'go-to-room-after': 'में जाइए.',
      'go-to-board': 'कृपया बोर्ड पर दिखाए गए कमरे में जाइए.',
      'go-to-doctor': 'कृपया डॉक्टर के पास जाइए.',
    },
  },
  ta: {
    voice: 'ta',
    wordsPerMinute: 140,
    digits: ['பூஜ்ஜியம்', 'ஒன்று', 'இரண்டு', 'மூன்று', 'நான்கு', 'ஐந்து', 'ஆறு', 'ஏழு', 'எட்டு', 'ஒன்பது'],
    // Written in Latin: the Tamil voice has names of its own for them, with b and p, d and t apart as Tamil
    // script cannot write them.
    letters: letters(alphabet),
    words: {
      'token-number': 'டோக்கன் எண்,',
      'go-to-room': 'நீங்கள் செல்ல வேண்டிய அறை எண்,',
      'go-to-board': 'பலகையில் காட்டப்படும் அறைக்குச் செல்லுங்கள்.',
      'go-to-doctor': 'மருத்துவரிடம் செல்லுங்கள்.',
    },
  },
  ar: {
    voice: 'ar',
    wordsPerMinute: 150,
    // In figures: the voice knows their words with the right endings.
    digits: [...'0123456789'],
    // As in English: Arabic has no p and no v, and clinics say Latin letters by their English names.
    letters: letters(alphabet),
    words: {
      'token-number': 'الرَقَم،',
      'go-to-room': 'الرَجَاء الذَهَاب إِلى الغُرفَه رَقَم،',
      'go-to-board': 'الرَجَاء الذَهَاب إِلى الغُرفَه المَعْرُوضَه عَلى الشَاشَه.',
      'go-to-doctor': 'الرَجَاء الذَهَاب إِلى الطَبِيب.',
    },
  },
};

/**
 * All clips of a speaker with what each says.
 * @param {Speaker} speaker
 * @returns {[string, string][]}
 */
export function clipsOf({ digits, letters, words }) {
  return [
    ...Object.entries(words),
    ...digits.map((text, digit) => /** @type {[string, string]} */ ([`digit-${digit}`, text])),
    ...Object.entries(letters).map(
      ([letter, text]) => /** @type {[string, string]} */ ([`letter-${letter.toLowerCase()}`, text]),
    ),
  ];
}
