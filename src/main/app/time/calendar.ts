import { Temporal } from 'temporal-polyfill';
import type { Calendar, Stretch } from '../../../shared/model/calendar';
import { type Instant, MINUTE, type ServiceDay, serviceDaySchema } from '../../../shared/model/time';

const DAY_MINUTES = 24 * 60;

/** The clinic's calendar: local days and minutes on one side, instants on the other. */
export const calendar: Calendar = {
  instantOf(day, minute, timeZone): Instant {
    const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
    return midnight.add({ minutes: minute }).toZonedDateTime(timeZone).epochMilliseconds;
  },
  weekdayOf(day): number {
    return Temporal.PlainDate.from(day).dayOfWeek;
  },
  daysAfter,
  realPart(day, { startMinute, endMinute }, timeZone) {
    let start = startMinute;
    let end = endMinute;
    while (start < end && !isOnClock(day, start, timeZone)) start += 1;
    // At its end the clock may jump: the minute before it is the last one.
    while (end > start && !isOnClock(day, end, timeZone) && !isOnClock(day, end - 1, timeZone)) end -= 1;
    const lasts = calendar.instantOf(day, end, timeZone) > calendar.instantOf(day, start, timeZone);
    return lasts ? { startMinute: start, endMinute: end } : undefined;
  },
};

/** Whether the clock shows this minute of the day: where it is put forward, it skips some. */
function isOnClock(day: ServiceDay, minute: number, timeZone: string): boolean {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
  return plain.toZonedDateTime(timeZone).toPlainDateTime().equals(plain);
}

/** R2: a stretch of a service day lies whole within it. */
export function isWithinDay({ startMinute, endMinute }: Stretch, dayStartsAtMinute: number): boolean {
  return startMinute >= dayStartsAtMinute && endMinute <= dayStartsAtMinute + DAY_MINUTES;
}

/** The service day at an instant: the local date, turning over at `startsAtMinute` of the clock. */
export function serviceDayAt(now: Instant, timeZone: string, startsAtMinute: number): ServiceDay {
  const second = Math.floor(now / 1000);
  const isKnown =
    lastAsked.second === second &&
    lastAsked.timeZone === timeZone &&
    lastAsked.startsAtMinute === startsAtMinute;
  if (!isKnown) {
    const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDateTime();
    const day = local.subtract({ minutes: startsAtMinute }).toPlainDate().toString();
    lastAsked = { second, timeZone, startsAtMinute, day: serviceDaySchema.parse(day) };
  }
  return lastAsked.day;
}

/** Every call asks for it, many of them within one second; no day turns within one. */
let lastAsked: {
  readonly second: number;
  readonly timeZone: string;
  readonly startsAtMinute: number;
  readonly day: ServiceDay;
} = { second: Number.NaN, timeZone: '', startsAtMinute: 0, day: serviceDaySchema.parse('1970-01-01') };

/** `2026-11-28T18-05-12-123+0530`: the clinic's date and time where a file is named by it. */
export function fileTime(instant: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const time = local.toPlainDateTime().toString({ fractionalSecondDigits: 3 });
  return time.replace(/[:.]/g, '-') + local.offset.replaceAll(':', '');
}

/** `2026-11-28T18:05:12+05:30`: the clinic's date and time for programs. */
export function localText(instant: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset}`;
}

/** When the service day after this one begins. */
export function endOfServiceDay(day: ServiceDay, timeZone: string, startsAtMinute: number): Instant {
  return calendar.instantOf(daysAfter(day, 1), startsAtMinute, timeZone);
}

export function daysAfter(day: ServiceDay, days: number): ServiceDay {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MINUTES * MINUTE);
  return serviceDaySchema.parse(date.toISOString().slice(0, 10));
}

/** The hour of the clock, 0–23. */
export function hourAt(instant: Instant, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).hour;
}

/** Beyond, something was mistyped, and years stop having four digits. */
const FIRST_YEAR_TOO_FAR = Date.UTC(2200, 0);

/** ISO 8601 as an instant; without an offset it is the clinic's time. undefined: no such time, or none of ours. */
export function parseLocalTime(text: string, timeZone: string): Instant | undefined {
  const instant = parseInstant(text) ?? parsePlainTime(text, timeZone);
  return instant !== undefined && instant >= 0 && instant < FIRST_YEAR_TOO_FAR ? instant : undefined;
}

function parseInstant(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function parsePlainTime(text: string, timeZone: string): Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return undefined;
  }
}
