import type { EmergencySeats } from './doctor-schedule';
import { asciiDigits } from './fold';
import { MAX_CAPACITY } from './slot';
import { clockText } from './time';

/** Seconds are those of a spreadsheet: none. */
const pattern = /^(\d{1,2})(?:[:.٫]?(\d{2})(?::00)?)?\s*(a\.?m?\.?|p\.?m?\.?)?$/;

/**
 * A time of the clock as people type it, as a minute of the day: `9`, `930`, `9:30`, `9.30`, `17:00`, `5 pm`. Null: it
 * is none, such as 25:00.
 */
export function minuteOf(typed: string): number | null {
  const [, hours, minutes = '0', half] = pattern.exec(asciiDigits(typed.trim().toLowerCase())) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const hour = Number(hours);
  if (half === undefined) {
    const minute = hour * 60 + Number(minutes);
    return minute <= 24 * 60 ? minute : null;
  }
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + Number(minutes);
}

/**
 * A session of the service day from two times of the clock: where the day turns at 3, half past one is of the night that
 * ends it, and 3 at the end is the end. Null: of a time that is none. The end may still be wrong.
 */
export function sessionMinutes(
  from: string,
  to: string,
  dayStartsAtMinute: number,
): { readonly startMinute: number | null; readonly endMinute: number | null } {
  const inDay = (minute: number | null): number | null =>
    minute !== null && minute < dayStartsAtMinute ? minute + DAY_MINUTES : minute;
  const start = inDay(minuteOf(from));
  const end = inDay(minuteOf(to));
  const endsDay = start !== null && end !== null && end <= start && end === dayStartsAtMinute;
  return { startMinute: start, endMinute: endsDay ? end + DAY_MINUTES : end };
}

const DAY_MINUTES = 24 * 60;

/** The end of a session on the clock. Midnight ends a day as 24:00; after it the clock begins anew. */
export function endText(minute: number): string {
  return minute === DAY_MINUTES ? '24:00' : clockText(minute);
}

/** `2` or `20 %`; nothing typed: as the rules say (null); undefined: neither. */
export function emergencyOf(typed: string): EmergencySeats | undefined {
  const text = asciiDigits(typed.trim());
  if (text === '') return null;
  const [, number, percent] = /^(\d{1,3})\s*(%?)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (percent === '%') return Number(number) <= 100 ? { percent: Number(number) } : undefined;
  return Number(number) <= MAX_CAPACITY ? { seats: Number(number) } : undefined;
}

/** The same as it is typed. */
export function emergencyText(seats: EmergencySeats): string {
  if (seats === null) return '';
  return 'seats' in seats ? String(seats.seats) : `${seats.percent} %`;
}

/** A whole number between these two, as typed; null: it is none. */
export function wholeOf(typed: string, least: number, most: number): number | null {
  const text = asciiDigits(typed.trim());
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
