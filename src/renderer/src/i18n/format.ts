import { MINUTE } from '../../../shared/model/time';
import { t } from '.';

type Options = Intl.DateTimeFormatOptions;

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one; screens format each second. */
function formatter(timeZone: string, options: Options): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(t.locale, { timeZone, ...options });
  made.set(key, fresh);
  return fresh;
}

const shortTime: Options = { hour: 'numeric', minute: '2-digit', hour12: true };

/** `9:05 am`, in the clinic's time zone. */
export function timeText(instant: number, timeZone: string): string {
  return plainSpaces(formatter(timeZone, shortTime).format(instant));
}

/** `22 Nov, 9:05 am`, in the clinic's time zone. */
export function dateTimeText(instant: number, timeZone: string): string {
  const options: Options = { ...shortTime, day: 'numeric', month: 'short' };
  return plainSpaces(formatter(timeZone, options).format(instant));
}

/** `9:00 – 10:00 am`: minutes of the service day, which have no zone of their own. */
export function slotText(slot: { startMinute: number; endMinute: number }): string {
  const range = formatter('UTC', shortTime).formatRange(slot.startMinute * MINUTE, slot.endMinute * MINUTE);
  return plainSpaces(range);
}

/** `Sunday, 22 November`. */
export function dayText(serviceDay: string): string {
  const noon = Date.parse(`${serviceDay}T12:00:00Z`);
  return formatter('UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon);
}

/** `22 Nov 2026`, for paper. */
export function shortDayText(serviceDay: string): string {
  const noon = Date.parse(`${serviceDay}T12:00:00Z`);
  return formatter('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(noon);
}

/** `4:07`, `1:02:30`: how long something has been going on. Never negative. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Full minutes, never negative. */
export function minutesOf(ms: number): number {
  return Math.max(0, Math.floor(ms / MINUTE));
}

/** Intl's thin spaces differ between versions, and look like none in narrow type. */
function plainSpaces(text: string): string {
  return text.replace(/\u2009/g, ' ').replace(/\u202f/g, '\u00a0');
}
