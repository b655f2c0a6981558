import { describe, expect, it, test } from 'vitest';
import { isUnfinished, ownCardCode, readCode } from '../../../src/shared/codes/read-code';
import { passesVerhoeff } from '../../../src/shared/codes/verhoeff';
import { fc } from '../../helpers/fast-check';

const ID = '3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b';

const CARD = {
  hidn: '91-1234-5678-9012',
  hid: 'asha.verma@abdm',
  name: 'Asha Devi Verma',
  gender: 'F',
  statelgd: '9',
  distlgd: '152',
  dob: '12/4/1956',
  mobile: '9876543210',
  address: '14, Gandhi Nagar',
  district_name: 'Lucknow',
  'state name': 'UTTAR PRADESH',
};

const READ = {
  name: 'Asha Devi Verma',
  sex: 'female',
  birth: '1956-04-12',
  phone: '9876543210',
  address: '14, Gandhi Nagar, Lucknow, UTTAR PRADESH',
  abhaNumber: '91-1234-5678-9012',
  abhaAddress: 'asha.verma@abdm',
};

/** A number whose last digit is its check digit. */
function checked(digits: string): string {
  return [...'0123456789'].map((last) => digits + last).find(passesVerhoeff) ?? '';
}

describe('codes of the clinic', () => {
  it.each([
    [ID, { kind: 'token', tokenId: ID }],
    [`  ${ID.toUpperCase()}\n`, { kind: 'token', tokenId: ID }],
    [ownCardCode('C-0042'), { kind: 'patient', clinicNumber: 'C-0042' }],
    ['opd-p:c-0042', { kind: 'patient', clinicNumber: 'C-0042' }],
    ['OPD-P:', { kind: 'cut' }],
    ['A-017', { kind: 'number', numbers: ['A-017'] }],
    ['a17', { kind: 'number', numbers: ['A-017'] }],
    ['A-P01', { kind: 'number', numbers: ['AP-001', 'A-P01'] }],
    ['9876543210', { kind: 'phone', phone: '9876543210' }],
    ['tel:+91-98765-43210', { kind: 'phone', phone: '+919876543210' }],
    ['91-1234-5678-9012', { kind: 'abha', abhaNumber: '91-1234-5678-9012' }],
    ['https://phr.abdm.gov.in/share-profile?hip-id=IN0910000001&counter-id=1', { kind: 'facility' }],
    ['https://example.org/menu', { kind: 'unknown' }],
    ['{"name":"Asha"}', { kind: 'unknown' }],
    ['[1,2]', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('%s', (text, code) => {
    expect(readCode(text)).toEqual(code);
  });
});

describe('an ABHA card', () => {
  const read = (card: object): unknown => readCode(JSON.stringify(card));
  const { hidn: _, ...withoutNumber } = CARD;

  it.each([
    ['as it is', CARD, READ],
    ['with its address as phr', { ...CARD, hid: undefined, phr: 'Asha.Verma@ABDM' }, READ],
    ['with a year', { ...CARD, dob: '1956' }, { ...READ, birth: '1956' }],
    ['with a year as a number', { ...CARD, dob: 1956 }, { ...READ, birth: '1956' }],
    ['with the day first', { ...CARD, dob: '12-04-1956' }, READ],
    ['with the year first', { ...CARD, dob: '1956-04-12' }, READ],
    ['with a day that is none', { ...CARD, dob: '31/2/1956' }, { ...READ, birth: null }],
    ['without a number', withoutNumber, { ...READ, abhaNumber: null }],
    ['with digits of its script', { ...CARD, mobile: '९८७६५४३२१०' }, READ],
    ['with what is nothing', { ...CARD, mobile: null, dob: 'null' }, { ...READ, phone: '', birth: null }],
    ['of another sex', { ...CARD, gender: 'T' }, { ...READ, sex: 'other' }],
  ])('%s', (_what, card, expected) => {
    expect(read(card)).toEqual({ kind: 'card', card: expected });
  });

  it.each([
    ['dist name', 'state name'],
    ['district_name', 'state_name'],
    ['districtName', 'stateName'],
  ])('with %s and %s', (district, state) => {
    const { district_name: _district, 'state name': _state, ...rest } = CARD;
    expect(read({ ...rest, [district]: 'Lucknow', [state]: 'UTTAR PRADESH' })).toEqual({
      kind: 'card',
      card: READ,
    });
  });

  it('with Tab and Enter in it, and caps lock on', () => {
    const written = JSON.stringify(CARD, null, '\t').replace('Gandhi Nagar', 'Gandhi\nNagar');
    expect(readCode(`${written}\n`)).toEqual({ kind: 'card', card: READ });
    const turned = JSON.stringify(CARD).replace(/[a-z]/gi, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    expect(readCode(turned)).toEqual({ kind: 'card', card: READ });
  });

  test('cut off anywhere it is no card', () => {
    const written = JSON.stringify(CARD);
    for (let end = 1; end < written.length; end += 1) {
      expect(readCode(written.slice(0, end))).toEqual({ kind: 'cut' });
      expect(isUnfinished(written.slice(0, end))).toBe(true);
    }
    expect(isUnfinished(written)).toBe(false);
  });

  test('of more than 2,000 signs it is not read', () => {
    expect(read({ ...CARD, note: 'x'.repeat(1_500) })).toEqual({ kind: 'card', card: READ });
    expect(read({ ...CARD, note: 'x'.repeat(2_000) })).toEqual({ kind: 'cut' });
  });
});

describe('an Aadhaar card is refused, and nothing of it is there', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><PrintLetterBarcodeData uid="234123412346" name="Asha" gender="F" yob="1956" co="W/O Ram" dist="Lucknow" state="Uttar Pradesh" pc="226001"/>';
  it.each([
    ['XML', xml],
    ['XML with Enter in it', xml.replace('?><', '?>\n<')],
    ['XML cut off', xml.slice(0, 90)],
    ['the secure code', `6979414848205${'0123456789'.repeat(120)}`],
    ['the secure code, longer than is read', '9'.repeat(3_000)],
    ['the number', checked('23412341234')],
    ['the number in groups', checked('23412341234').replace(/(\d{4})(?=\d)/g, '$1 ')],
    ['a virtual number', checked('923412341234123')],
  ])('%s', (_what, text) => {
    expect(readCode(text)).toEqual({ kind: 'aadhaar' });
  });

  it('other numbers of twelve digits are not taken for one', () => {
    expect(passesVerhoeff('2363')).toBe(true);
    expect(passesVerhoeff('2364')).toBe(false);
    expect(readCode('919876543210').kind).toBe(passesVerhoeff('919876543210') ? 'aadhaar' : 'phone');
    expect(readCode('+919876543210').kind).toBe('phone');
    expect(readCode('012345678905').kind).toBe('phone');
  });
});

test('any text may be scanned, and of no code there is more than it says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json({ maxDepth: 2 }),
    fc.stringMatching(/^[\d -]{1,40}$/),
    fc
      .constantFrom(JSON.stringify(CARD), ID, 'OPD-P:7')
      .chain((code) =>
        fc
          .tuple(fc.nat(code.length), fc.string({ maxLength: 3 }))
          .map(([at, mark]) => code.slice(0, at) + mark),
      ),
  );
  fc.assert(
    fc.property(text, (any) => {
      const code = readCode(any);
      expect(readCode(`\t${any}\n`)).toEqual(code);
      if (code.kind === 'card') expect(() => JSON.parse(any)).not.toThrow();
      if (['aadhaar', 'cut', 'unknown', 'facility'].includes(code.kind))
        expect(Object.keys(code)).toEqual(['kind']);
      isUnfinished(any);
    }),
    { numRuns: 1_000 },
  );
});

test('one wrong digit, and any two neighbours changed, fail the check', () => {
  const number = fc.stringMatching(/^[2-9]\d{10}$/).map(checked);
  fc.assert(
    fc.property(number, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const wrong = String((Number(digits[at]) + by) % 10);
      expect(passesVerhoeff(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBe(false);
      const swapped = [...digits];
      [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
      const text = swapped.join('');
      if (text !== digits && text.length === digits.length) expect(passesVerhoeff(text)).toBe(false);
    }),
  );
});
