import { expect, test } from 'vitest';
import { calendar, serviceDayAt } from '../../../src/main/app/time/calendar';
import { isTimeZone, serviceDaySchema } from '../../../src/shared/model/time';

const day = (text: string) => serviceDaySchema.parse(text);

test('minutes of the local day are clock times, on the days the clocks change too', () => {
  const nine = (date: string, zone: string) =>
    new Date(calendar.instantOf(day(date), 540, zone)).toISOString();
  expect(nine('2026-01-05', 'Asia/Kolkata')).toBe('2026-01-05T03:30:00.000Z');
  expect(nine('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
  expect(nine('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
});

test('a slot that runs past midnight ends on the next date', () => {
  expect(new Date(calendar.instantOf(day('2026-01-05'), 1500, 'UTC')).toISOString()).toBe(
    '2026-01-06T01:00:00.000Z',
  );
});

test('the service day turns over at the configured minute of the local clock', () => {
  const instant = Date.parse('2026-01-05T20:00:00Z');
  expect(serviceDayAt(instant, 'Asia/Kolkata', 0)).toBe('2026-01-06');
  expect(serviceDayAt(instant, 'Asia/Kolkata', 120)).toBe('2026-01-05');
});

test('Monday is 1 and Sunday 7', () => {
  expect(calendar.weekdayOf(day('2026-01-05'))).toBe(1);
  expect(calendar.weekdayOf(day('2026-01-04'))).toBe(7);
});

test('a time zone is checked before it is believed', () => {
  expect(isTimeZone('Asia/Kolkata')).toBe(true);
  expect(isTimeZone('Asia/Atlantis')).toBe(false);
});
