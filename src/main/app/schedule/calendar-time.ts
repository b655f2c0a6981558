import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../../../shared/model/time';

/** A moment of a calendar, not yet on the clinic’s clock. */
export interface When {
  /** `2026-01-06`, or `2026-01-06T09:00:00`. */
  readonly text: string;
  readonly isDay: boolean;
  /** IANA name, or UTC; null: whatever clock there is. */
  readonly zone: string | null;
}

/** Whether the name is one that every system knows. */
const isZone = (name: string): boolean => /[A-Za-z]/.test(name) && isTimeZone(name);

/**
 * A time of the library: in a zone that only the file describes it becomes UTC.
 * @param said the zone as the event names it: the library forgets one that the file does not describe
 */
export function plainOf(time: ICAL.Time, said: unknown): When {
  if (time.isDate) return { text: dayText(time), isDay: true, zone: null };
  const zone = time.zone?.tzid ?? 'floating';
  if (zone === 'UTC' || zone === 'Z') return { text: momentText(time), isDay: false, zone: 'UTC' };
  if (typeof said === 'string' && isZone(said)) return { text: momentText(time), isDay: false, zone: said };
  if (zone === 'floating') return { text: momentText(time), isDay: false, zone: null };
  const instant = new Date(time.toUnixTime() * 1_000).toISOString().slice(0, 19);
  return { text: instant, isDay: false, zone: 'UTC' };
}

const two = (value: number): string => String(value).padStart(2, '0');
export const dayText = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const momentText = (time: ICAL.Time): string =>
  `${dayText(time)}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;

/** The same on the clinic’s clock; of a whole day its beginning. */
export function onClinicClock({ text, isDay, zone }: When, timeZone: string): Temporal.PlainDateTime {
  if (isDay) return Temporal.PlainDate.from(text).toPlainDateTime();
  const plain = Temporal.PlainDateTime.from(text);
  return zone === null ? plain : plain.toZonedDateTime(zone).withTimeZone(timeZone).toPlainDateTime();
}
