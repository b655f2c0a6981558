import { describe, expect, it } from 'vitest';
import { dayText, durationText, slotText, timeText } from '../../src/renderer/src/i18n/format';
import { initials } from '../../src/renderer/src/ui/Avatar';
import { T0 } from './samples';

describe('times', () => {
  it('are those of the clinic, wherever the computer thinks it is', () => {
    expect(timeText(T0, 'Asia/Kolkata')).toMatch(/^9:00.am$/);
    expect(timeText(T0, 'Asia/Dubai')).toMatch(/^7:30.am$/);
  });
  it('of a slot are minutes of the day', () => {
    expect(slotText({ startMinute: 540, endMinute: 600 })).toMatch(/^9:00.+10:00.am$/);
  });
  it('of a day name the day', () => {
    expect(dayText('2026-11-22')).toMatch(/Sunday.*22 November/);
  });
  it.each([
    [-5, '0:00'],
    [61_000, '1:01'],
    [3_661_000, '1:01:01'],
  ])('%i ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});

describe('initials', () => {
  it.each([
    ['Dr Anita Rao', 'AR'],
    ['Dr. A. P. J. Abdul Kalam', 'AK'],
    ['Meena', 'M'],
    ['डॉ. सुनीता देशपांडे', 'सु'],
    ['', ''],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name, 'en')).toBe(letters);
  });
});
