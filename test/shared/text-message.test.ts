import { describe, expect, it } from 'vitest';
import { messageCode, mobileOf, partsOf, plainMessage } from '../../src/shared/model/text-message';

describe('a message counts as', () => {
  it.each([
    ['', 'plain', 0, 0],
    ['a'.repeat(160), 'plain', 160, 1],
    ['a'.repeat(161), 'plain', 161, 2],
    ['a'.repeat(306), 'plain', 306, 2],
    ['a'.repeat(307), 'plain', 307, 3],
    ['€'.repeat(80), 'plain', 160, 1],
    [`${'a'.repeat(159)}{`, 'plain', 161, 2],
    ['क'.repeat(70), 'unicode', 70, 1],
    ['क'.repeat(71), 'unicode', 71, 2],
    ['க'.repeat(134), 'unicode', 134, 2],
    ['க'.repeat(135), 'unicode', 135, 3],
    [`${'a'.repeat(69)}क`, 'unicode', 70, 1],
    ['ā', 'unicode', 1, 1],
    ['😀'.repeat(35), 'unicode', 70, 1],
  ] as const)('%j', (message, alphabet, letters, parts) => {
    expect(partsOf(message)).toEqual({ alphabet, letters, parts });
  });

  it('more parts where a letter of two would be cut', () => {
    // 153 with the half of a bracket, and then 153: one letter more does not fit.
    expect(partsOf(`${'a'.repeat(152)}[${'a'.repeat(152)}`).parts).toBe(3);
    expect(partsOf(`${'a'.repeat(151)}[${'a'.repeat(153)}`).parts).toBe(2);
    expect(partsOf(`${'क'.repeat(66)}😀${'क'.repeat(66)}`).parts).toBe(3);
  });
});

it('signs that are for the eye alone are written as phones have them', () => {
  const plain = plainMessage('\u2068Dr Rao\u2069’s “9:00\u202f–\u00a010:00”…');
  expect(plain).toBe('Dr Rao\'s "9:00 - 10:00"...');
  expect(partsOf(plain).alphabet).toBe('plain');
  expect(plainMessage('क्षमा करें।')).toBe('क्षमा करें।');
});

describe('a text can be sent to', () => {
  it.each([
    ['9876543210', 'IN', '+919876543210'],
    ['09876543210', 'IN', '+919876543210'],
    ['+919876543210', 'AE', '+919876543210'],
    ['0501234567', 'AE', '+971501234567'],
    ['02223456789', 'IN', null],
    ['9876543210x12', 'IN', null],
    ['12345678', 'IN', null],
    ['ravi@example.org', 'IN', null],
    ['', 'IN', null],
  ])('%s in %s', (contact, country, mobile) => {
    expect(mobileOf(contact, country)).toBe(mobile);
  });
});

it('the code has the number and the words as they are', () => {
  expect(messageCode('+919876543210', 'At 9:00; token A-1')).toBe('SMSTO:+919876543210:At 9:00; token A-1');
});
