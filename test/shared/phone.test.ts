import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it, test } from 'vitest';
import { countries } from '../../src/shared/model/country';
import { contactEnd, contactKey, patientContactSchema } from '../../src/shared/model/patient';
import {
  isDoubtfulPhone,
  keptPhone,
  phoneKey,
  phonePart,
  phoneParts,
  shownPhone,
} from '../../src/shared/model/phone';
import { searchFor } from '../../src/shared/model/search';
import { fc } from '../helpers/fast-check';

describe('one phone has one key, however it is written', () => {
  it.each([
    '9876543210',
    '+91 98765 43210',
    '09876543210',
    '919876543210',
    '0091-98765-43210',
    '091 98765 43210',
    '+91 098765 43210',
    '(+91) 98765–43210',
    '98765.43210',
    '＋９１ ９８７６５ ４３２１０',
    '९८७६५४३२१०',
    '৯৮৭৬৫৪৩২১০',
    '௯௮௭௬௫௪௩௨௧௦',
    '٩٨٧٦٥٤٣٢١٠',
    '\u200e98765\u00a043210',
    '98765 43210 ext. 12',
  ])('%s', (written) => {
    expect(phoneKey(written, 'IN')).toBe('919876543210');
    expect(phoneKey(patientContactSchema.parse(written), 'IN')).toBe('919876543210');
    expect(contactEnd(written)).toBe('76543210');
  });

  it.each([
    ['022 2345 6789', 'IN', '912223456789'],
    ['+91-22-23456789', 'IN', '912223456789'],
    ['022-2345 6789 extn 12', 'IN', '912223456789'],
    ['02223456789x12', 'IN', '912223456789'],
    ['1800 123 4567', 'IN', '9118001234567'],
    ['971501234567', 'IN', '971501234567'],
    ['+971 (0)50 123 4567', 'IN', '971501234567'],
    ['050 123 4567', 'AE', '971501234567'],
    ['9876543210', 'AE', '9719876543210'],
    ['+39 06 1234 5678', 'IN', '390612345678'],
    ['+1 (987) 654-3210', 'IN', '19876543210'],
  ])('%s in %s', (written, country, key) => {
    expect(phoneKey(written, country)).toBe(key);
  });

  it.each(['', 'asha@mail.example', 'Asha', '12345', '98765 43210 / 98765 43211', '12A45678'])(
    '%j is no phone',
    (text) => {
      expect(phoneKey(text, 'IN')).toBe('');
    },
  );

  test('an extension is kept, and no part of what is compared', () => {
    expect(patientContactSchema.parse('022-2345 6789 Ext: 12')).toBe('02223456789x12');
    expect(contactKey('022-2345 6789 #12')).toBe('02223456789');
  });
});

test('the quick way says what the library says', () => {
  const mobile = fc.stringMatching(/^(\+91|91|0)?[6-9]\d{9}$/);
  fc.assert(
    fc.property(mobile, (phone) => {
      const slow = parsePhoneNumberFromString(phone, { defaultCountry: 'IN', extract: false });
      expect(phoneKey(phone, 'IN')).toBe(slow?.number.slice(1));
    }),
  );
});

test('no text and no country upsets it, cleaning twice is cleaning once, and spaces change nothing', () => {
  const phone = fc.stringMatching(/^(\+|00|0)?[1-9]\d{6,13}$/);
  const text = fc.oneof(phone, fc.string({ unit: 'binary', maxLength: 40 }));
  fc.assert(
    fc.property(text, fc.constantFrom(...countries), (written, country) => {
      const kept = keptPhone(written);
      if (kept !== null) expect(keptPhone(kept)).toBe(kept);
      const key = phoneKey(written, country);
      expect(key).toMatch(/^\d*$/);
      expect(phoneKey(written.split('').join(' '), country)).toBe(
        phoneKey(written.replaceAll(' ', ''), country),
      );
      isDoubtfulPhone(written, country);
      shownPhone(written, country);
      phonePart(written, country);
    }),
  );
});

test('what is typed of a phone is in every writing of it, from five digits on', () => {
  const mobile = fc.stringMatching(/^[6-9]\d{9}$/);
  const prefix = fc.constantFrom('', '0', '+91', '+91 ', '0091');
  fc.assert(
    fc.property(mobile, prefix, prefix, fc.integer({ min: 5, max: 10 }), (phone, typed, keptAs, length) => {
      const part = phonePart(typed + phone.slice(0, length), 'IN');
      expect(`${keptAs}${phone}`).toContain(part);
      expect(part.length).toBeGreaterThanOrEqual(5);
      expect(searchFor(typed + phone.slice(0, length))?.tight).toBe(part);
    }),
  );
});

describe('a phone of impossible length is asked about', () => {
  it.each([
    ['987654321', true],
    ['98765432101', true],
    ['987654321012', true],
    ['9876543210123', true],
    ['9876543210', false],
    ['+91 98765 4321', true],
    ['022 2345 6789', false],
    ['2345 6789', false],
    ['1234567', true],
    ['12345678901234', true],
    ['+65 9123 4567', false],
    ['+65 9123 456', true],
    ['', false],
    ['asha@mail.example', false],
  ])('%s: %s', (phone, doubtful) => {
    expect(isDoubtfulPhone(phone, 'IN')).toBe(doubtful);
    expect(patientContactSchema.safeParse(phone).success).toBe(true);
  });
});

test.each([
  ['09876543210', 'IN', '98765 43210'],
  ['02223456789x12', 'IN', '022 2345 6789 ext. 12'],
  ['+971501234567', 'IN', '+971 50 123 4567'],
  ['0501234567', 'AE', '050 123 4567'],
  ['1234567', 'IN', '1234567'],
  ['asha@mail.example', 'IN', 'asha@mail.example'],
])('%s is shown in %s as %s', (phone, country, shown) => {
  expect(shownPhone(phone, country)).toBe(shown);
});

it('what may be the code of the country without its plus is read in both ways', () => {
  expect(phoneParts('919876', 'IN')).toEqual(['919876', '9876']);
  expect(phoneParts('91 98765 43210', 'IN')).toEqual(['876543210']);
  expect(phoneParts('9191919191', 'IN')).toEqual(['191919191', '91919191']);
  expect(phoneParts('98765', 'IN')).toEqual(['98765']);
  expect(phoneParts('+9198765', 'IN')).toEqual(['98765']);
  expect(phoneParts('Asha', 'IN')).toEqual([]);
});
