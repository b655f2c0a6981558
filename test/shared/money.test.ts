import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countries } from '../../src/shared/model/country';
import { currencies, currencyOfCountry } from '../../src/shared/model/currency';
import { upiText } from '../../src/shared/model/fees';
import { decimalsOf, MOST_AMOUNT, plainAmount, typedAmount } from '../../src/shared/model/money';
import { settingsSchema } from '../../src/shared/model/settings';

test.each([
  ['500', 'INR', 50_000],
  ['1,200.5', 'INR', 120_050],
  ['1,00,000', 'INR', 10_000_000],
  ['1,000,000.00', 'INR', 100_000_000],
  ['500,00', 'INR', 'none'],
  ['1.000,50', 'INR', 'none'],
  ['1,50', 'KWD', 'none'],
  ['12.340', 'INR', 1_234],
  ['१२', 'INR', 'none'],
  ['12.345', 'INR', 'decimals'],
  ['12.345', 'KWD', 12_345],
  ['1.5', 'JPY', 'decimals'],
  ['1500', 'JPY', 1_500],
  ['-5', 'INR', 'negative'],
  ['−5', 'INR', 'negative'],
  ['', 'INR', 'none'],
  ['1e9', 'INR', 'none'],
  ['.5', 'INR', 'none'],
  ['9999999.99', 'INR', MOST_AMOUNT],
  ['10000000', 'INR', 'large'],
  ['000000000000007', 'INR', 700],
] as const)('%s typed in %s is %s', (typed, currency, expected) => {
  expect(typedAmount(typed, currency)).toBe(expected);
});

test('what is written is read as the same, in any currency', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MOST_AMOUNT }),
      fc.constantFrom(...currencies),
      (amount, currency) => {
        expect(typedAmount(plainAmount(amount, currency), currency)).toBe(amount);
        if (amount > 0) expect(plainAmount(-amount, currency)).toBe(`-${plainAmount(amount, currency)}`);
      },
    ),
  );
});

test('every currency has its decimals as in ISO 4217, and every country pays with one', () => {
  expect(['INR', 'USD', 'KWD', 'BHD', 'JPY', 'UGX'].map(decimalsOf)).toEqual([2, 2, 3, 3, 0, 0]);
  expect(new Set(currencies).size).toBe(currencies.length);
  const unknown = countries.filter((code) => code !== 'IN' && currencyOfCountry(code) === 'INR');
  // Bhutan pays with both; nobody lives in the Antarctic, and it has no money of its own.
  expect(unknown).toEqual(['AQ', 'BT']);
});

test('a code for UPI says to whom, how much and for which token', () => {
  const { fees, clinic } = settingsSchema.parse({
    clinic: { clinicName: 'Lotus & Sons' },
    fees: { on: true, upiId: 'lotus@bank' },
  });
  expect(upiText({ fees, clinic }, 50_005, 'A-001')).toBe(
    'upi://pay?pa=lotus%40bank&pn=Lotus%20%26%20Sons&am=500.05&cu=INR&tn=A-001',
  );
  expect(upiText({ fees, clinic }, 0, 'A-001')).toBeNull();
  expect(upiText({ fees: { ...fees, currency: 'KWD' }, clinic }, 500, 'A-001')).toBeNull();
  expect(upiText({ fees: { ...fees, on: false }, clinic }, 500, 'A-001')).toBeNull();
});
