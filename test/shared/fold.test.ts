import { describe, expect, it, test } from 'vitest';
import { asciiDigits, cleanText, fold, foldTight } from '../../src/shared/model/fold';
import {
  contactEnd,
  contactKey,
  nameKey,
  patientKey,
  patientNameSchema,
} from '../../src/shared/model/patient';
import { searchFor } from '../../src/shared/model/search';
import { nameSchema } from '../../src/shared/model/text';
import { fc } from '../helpers/fast-check';

/** Nobody could read any of these on a slip. */
const unreadable: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', ' \u00a0\u3000 '],
  ['a joiner', '\u200d'],
  ['a non-joiner', '\u200c\u200c'],
  ['a zero-width space', '\u200b'],
  ['a Hangul filler', '\u3164'],
  ['Hangul jamo fillers', '\u115f\u1160\uffa0'],
  ['blank braille', '\u2800\u2800'],
  ['a soft hyphen', '\u00ad'],
  ['a combining mark', '\u0301'],
  ['a vowel sign alone', '\u093e'],
  ['a variation selector', '\ufe0f'],
  ['a variation selector beyond the BMP', '\u{e0100}'],
  ['tags', '\u{e0041}\u{e0042}'],
  ['a word joiner', '\u2060'],
  ['a grapheme joiner', '\u034f'],
  ['direction marks', '\u200f\u202e'],
  ['a private letter', '\ue000'],
  ['a Mongolian vowel separator', '\u180e'],
];

describe('a name needs a letter or a digit that can be seen', () => {
  it.each(unreadable)('%s is none', (_what, text) => {
    expect(patientNameSchema.safeParse(text).success).toBe(false);
    expect(nameSchema(80).safeParse(text).success).toBe(false);
    expect(cleanText(text)).toBe('');
  });

  it.each(['.', '- -', '☺', '॥'])('%s is something to note, and no name', (text) => {
    expect(cleanText(text)).toBe(text);
    expect(patientNameSchema.safeParse(text).success).toBe(false);
  });

  it.each(['7', 'X', 'अ', 'م', '王', '씨', '𞤀'])('%s is one', (text) => {
    expect(patientNameSchema.parse(` ${text}\u200b\u3164`)).toBe(text);
  });
});

describe('joiners stay where a script needs them, and nowhere else', () => {
  it.each([
    ['क्\u200dष', 'क्\u200dष'],
    ['ന\u0d4d\u200d', 'ന\u0d4d\u200d'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['As\u200dha', 'Asha'],
    ['\u200dAsha', 'Asha'],
    ['क\u200d\u200d\u200dख', 'क\u200dख'],
    ['As\u00adha\ufe0f', 'Asha'],
  ])('%j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
});

test('cleaning and folding twice is the same as once', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, (any) => {
      expect(cleanText(cleanText(any))).toBe(cleanText(any));
      expect(fold(fold(any))).toBe(fold(any));
      expect(fold(cleanText(any))).toBe(fold(fold(cleanText(any))));
    }),
    { numRuns: 500 },
  );
});

describe('the same person, however the name is written', () => {
  it.each([
    ['S. Kumar', 'S Kumar'],
    ['S.Kumar', 's  kumar'],
    ['S-Kumar', 'S Kumar'],
    ['अक्षय', 'अक्\u200dषय'],
    ['अक्षय', 'अक्\u200cषय'],
    ['डॉ॰ मीरा', 'डॉ. मीरा'],
    ['क़ासिम', 'क\u093cासिम'],
    ['José', 'JOSE'],
    ['Weiß', 'WEISS'],
    ['İbrahim', 'ibrahim'],
    ['ＡＳＨＡ', 'Asha'],
    ['O’Brien', "O'Brien"],
    ['محـــمد', 'محمد'],
    ['Baby 2', 'Baby २'],
  ])('%s, %s', (one, other) => {
    expect(patientKey(one, '9876543210')).toBe(patientKey(other, '98765 43210'));
  });

  it.each([
    ['Asha', 'Asha Devi'],
    ['कमल', 'कमला'],
    ['मीरा', 'मिरा'],
    ['Ravi', 'Rave'],
    ['Baby 1', 'Baby 2'],
    ['राम', 'रम'],
    ['مَریم', 'مریم'],
    ['가나', '가너'],
  ])('but not %s, %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('a phone is its digits; in an e-mail address every sign counts', () => {
    expect(contactKey('+91 (98765) ४३२१०')).toBe('919876543210');
    expect(contactKey('Asha@Mail.example')).toBe('asha@mail.example');
    expect(contactKey('a.sha@mail.example')).not.toBe(contactKey('asha@mail.example'));
  });
});

describe('a token number', () => {
  it.each([
    ['a7', 'A-007'],
    ['A 007', 'A-007'],
    ['a-००७', 'A-007'],
    ['A–7', 'A-007'],
    ['d001', 'D-001'],
    ['ab12', 'AB-012'],
    ['p3', 'P-003'],
    ['A-1000', 'A-1000'],
    ['a-p1', 'A-P01'],
    ['ap1', 'AP-001'],
    ['ＡＰ１', 'A-P01'],
  ])('%s may be %s', (typed, number) => {
    expect(searchFor(typed)?.numbers).toContain(number);
  });

  it.each(['7', 'asha', 'abcd1', 'a12345', 'a7b', ''])('%j is none', (typed) => {
    expect(searchFor(typed)?.numbers ?? []).toEqual([]);
  });

  it('nothing is looked for where nothing can be read', () => {
    expect(['', '  ', '%', '—', '\u200d'].map((text) => searchFor(text))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(foldTight('—')).toBe('');
  });

  it.each([
    ['9876543210', '+91 98765 43210', 'IN'],
    ['9876543210', '098765 43210', 'IN'],
    ['+91 98765 43210', '0091-98765-43210', 'IN'],
    ['050 123 4567', '+971 50 123 4567', 'AE'],
    ['9123 4567', '+65 9123 4567', 'SG'],
    ['Asha@Mail.example', 'asha@mail.example', 'IN'],
  ])('R17: %s and %s are one contact in %s', (one, other, country) => {
    expect(patientKey('Asha', one, country)).toBe(patientKey('Asha', other, country));
    expect(contactEnd(one)).toBe(contactEnd(other));
  });

  it.each([
    ['9876543210', '9876543211'],
    ['9876543210', ''],
    ['a9876543210@mail.example', '9876543210'],
    ['1234567', '91234567'],
    ['9876543210', '8876543210'],
    ['9876543210', '+1 987 654 3210'],
  ])('R17: %s and %s are two', (one, other) => {
    expect(patientKey('Asha', one)).not.toBe(patientKey('Asha', other));
  });
});

test('what is quick to see of plain text is what all the rules give', () => {
  const plain = fc.string({ unit: fc.constantFrom(..." aZ09.-'@~!_"), maxLength: 12 });
  fc.assert(
    fc.property(plain, (text) => {
      // A zero-width space shows nothing, and makes the text no plain one.
      const same = `\u200b${text}\u200b`;
      expect(cleanText(text)).toBe(cleanText(same));
      expect(fold(text)).toBe(fold(same));
      expect(asciiDigits(text)).toBe(asciiDigits(same).replaceAll('\u200b', ''));
    }),
  );
});
