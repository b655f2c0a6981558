import { describe, expect, it } from 'vitest';
import { scripts } from '../../src/renderer/src/screens/kiosk/keyboard/scripts';
import { cleanText } from '../../src/shared/model/fold';
import { type Language, languages } from '../../src/shared/model/language';

/** Types the keys, one after the other, at the end of the text. */
function typed(language: Language, keys: string): string {
  return keys.split(' ').reduce((text, key) => {
    if (key === '_') return `${text} `;
    const { remove, insert } = scripts[language].press(text, key);
    return text.slice(0, text.length - remove) + insert;
  }, '');
}

describe('names as they are typed', () => {
  it.each([
    ['en', 'A S H A _ V E R M A', 'Asha Verma'],
    ['en', "J O S E P H _ D ' S O U Z A", "Joseph D'Souza"],
    ['hi', 'आ श आ _ व र अ म आ', 'आशा वर्मा'],
    ['hi', 'र व इ _ क उ म आ र', 'रवि कुमार'],
    ['hi', 'स उ न ई त आ', 'सुनीता'],
    ['hi', 'श अ र ई', 'श्री'],
    ['hi', 'अं क इ त', 'अंकित'],
    ['hi', 'श आ अं त इ', 'शांति'],
    ['hi', 'ग उ ड़ इ य आ', 'गुड़िया'],
    ['hi', 'ल क्ष अ म ई', 'लक्ष्मी'],
    ['ta', 'ம ஈ ன ஆ ட அ ச இ _ ச உ ந அ த ர ம அ', 'மீனாட்சி சுந்தரம்'],
    ['ta', 'க அ ஆ', 'கா'],
    ['ta', 'ம உ ர உ க ஏ ச ன அ', 'முருகேசன்'],
    ['ta', 'ஔ வ ஐ ய ஆ ர அ', 'ஔவையார்'],
    ['ta', 'ப ஒ ன அ ன இ', 'பொன்னி'],
    ['ar', 'م ح م د _ ع ل ي', 'محمد علي'],
  ] as const)('%s: %s', (language, keys, name) => {
    expect(typed(language, keys)).toBe(name);
  });

  it('leave main nothing to mend', () => {
    for (const name of [typed('hi', 'ग उ ड़ इ य आ'), typed('ta', 'க ஓ'), typed('ta', 'க ஔ')]) {
      expect(cleanText(name)).toBe(name);
    }
  });
});

describe('the first key after a consonant takes its vowel away, and gives it back', () => {
  it.each([
    ['hi', 'क अ', 'क्'],
    ['hi', 'क अ अ', 'क'],
    ['ta', 'க அ', 'க்'],
    ['ta', 'க அ அ', 'க'],
  ] as const)('%s: %s', (language, keys, text) => {
    expect(typed(language, keys)).toBe(text);
  });
});

describe('a vowel key shows the syllable that it makes', () => {
  it.each([
    ['hi', 'क', 'आ', 'का'],
    ['hi', 'क', 'अ', 'क्'],
    ['hi', 'क्', 'आ', 'का'],
    ['hi', 'क्', 'अ', 'क'],
    ['hi', 'ड़', 'इ', 'ड़ि'],
    ['hi', 'का', 'ई', 'ई'],
    ['hi', '', 'ई', 'ई'],
    ['hi', 'क', 'ख', 'ख'],
    ['ta', 'க', 'ஓ', 'கோ'],
    ['ta', 'க்', 'ஈ', 'கீ'],
  ] as const)('%s: after %j the key %s shows %s', (language, before, key, shown) => {
    expect(scripts[language].label(before, key)).toBe(shown);
  });
});

describe('every layout', () => {
  it.each(languages)('%s has at most twelve keys a row, each once', (language) => {
    const { rows } = scripts[language];
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(12);
    const keys = rows.flat();
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has the whole alphabet', () => {
    expect(scripts.en.rows.flat().sort().join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    expect(scripts.ta.rows.flat()).toEqual(expect.arrayContaining([...'கஙசஞடணதநபமயரலவழளறன']));
    expect(scripts.hi.rows.flat()).toEqual(expect.arrayContaining([...'कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह']));
    expect(scripts.ar.rows.flat()).toEqual(expect.arrayContaining([...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']));
  });
});
