import { z } from 'zod';

/** Milliseconds since the epoch, UTC. */
export const instantSchema = z.int().min(0);

/** Minutes from midnight of the service day, clinic time; above 1440 after midnight. */
export const minuteOfDaySchema = z
  .int()
  .min(0)
  .max(36 * 60);

/** The same where the day begins: by noon. */
export const startOfDaySchema = minuteOfDaySchema.max(12 * 60);

/** The clinic's business date, `YYYY-MM-DD`. Sorts as text. */
export const serviceDaySchema = z.iso.date().brand<'ServiceDay'>();

/** No day is later. */
export const LAST_DAY = serviceDaySchema.parse('9999-12-31');

export type Instant = number;
export type ServiceDay = z.infer<typeof serviceDaySchema>;

/** So far ahead a day may be looked at and booked. */
export const DAYS_AHEAD = 400;

export const SECOND = 1000;
export const MINUTE = 60_000;

/** Zero-padded 24-hour clock of a minute of the day: 545 → `09:05`. */
export function clockText(minute: number): string {
  const hours = Math.floor(minute / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Does this system know the time zone? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
