import { describe, expect, it, test } from 'vitest';
import { dayText, durationText, momentText, slotText, timeText } from '../../src/renderer/src/i18n/format';
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

test('a time that is not of today is said with its day, by the clinic’s days', () => {
  const zone = 'Asia/Kolkata';
  const now = Date.parse('2026-01-05T00:30:00+05:30');
  expect(momentText(Date.parse('2026-01-05T00:10:00+05:30'), zone, now, 'en')).toMatch(/^12:10/);
  // The same day in UTC, but yesterday in the clinic.
  expect(momentText(Date.parse('2026-01-04T23:50:00+05:30'), zone, now, 'en')).toMatch(/^4 Jan, 11:50/);
});
