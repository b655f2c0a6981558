import { Temporal } from 'temporal-polyfill';
import type { CheckedInput } from '../../../shared/contract';
import type { Absence } from '../../../shared/model/absence';
import type { CalendarFile } from '../../../shared/model/calendar-file';
import { type ServiceDay, serviceDaySchema } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { readTextFile } from '../outside/text-file';
import { daysAfter } from '../time/calendar';
import { isSameTime } from './absence';
import { type Occurrence, readOccurrences } from './calendar-events';
import { onClinicClock } from './calendar-time';

/** So far ahead holidays are taken from a file, and so long one may last. */
const WINDOW_DAYS = 731;
/** More is no list that anybody looks through. */
const MOST_ENTRIES = 1_000;
const DAY_MINUTES = 24 * 60;

/** What a calendar file has for the next two years, as closures. Errors: INVALID_INPUT: it cannot be read. */
export async function readCalendarFile(
  { environment: { store }, settings, today }: Call,
  { data }: CheckedInput<'closures.readFile'>,
): Promise<Result<CalendarFile>> {
  const file = readTextFile(data);
  if (!file.ok) return file;
  const last = daysAfter(today, WINDOW_DAYS);
  const read = readOccurrences(file.value.text, { from: daysAfter(today, -2), to: daysAfter(last, 2) });
  if (!read.ok) return read;
  const left = { past: 0, later: 0, cancelled: read.value.cancelled, long: 0 };
  const there = await store.closures(today, last);
  const entries: CalendarFile['entries'] = [];
  for (const occurrence of read.value.all) {
    for (const when of closuresOf(occurrence, settings.clinic)) {
      if (entries.some((other) => isSameTime(other, when))) continue;
      if (when.to < today) left.past += 1;
      else if (when.from > last) left.later += 1;
      else if (when.to > daysAfter(when.from, WINDOW_DAYS - 1)) left.long += 1;
      else {
        const isKnown = there.some((closure) => isSameTime(closure, when));
        entries.push({ name: occurrence.name, ...when, isKnown });
      }
      if (entries.length > MOST_ENTRIES)
        return refused('INVALID_INPUT', 'ics_many_events', { field: 'data', most: MOST_ENTRIES });
    }
  }
  return ok({ entries: entries.sort(inTime), left });
}

const inTime = (one: Absence, other: Absence): number =>
  one.from.localeCompare(other.from) || (one.startMinute ?? 0) - (other.startMinute ?? 0);

interface Clinic {
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
}

/**
 * Whole days as they are, whatever the clock; times of one day as a part of it; what goes over the turn of a day as the
 * rest of the first, the whole days between, and the beginning of the last.
 */
function closuresOf({ start, end }: Occurrence, { timeZone, dayStartsAtMinute }: Clinic): Absence[] {
  const from = onClinicClock(start, timeZone);
  const to = onClinicClock(end, timeZone);
  const isWhole =
    start.isDay || (isMidnight(from) && isMidnight(to) && Temporal.PlainDateTime.compare(from, to) < 0);
  if (isWhole) {
    const lastDay = to.subtract({ nanoseconds: 1 });
    const first = dayOf(from);
    const last = dayOf(Temporal.PlainDateTime.compare(lastDay, from) < 0 ? from : lastDay);
    return [{ from: first, to: last, startMinute: null, endMinute: null }];
  }
  const [one, other] = [placeOf(from, dayStartsAtMinute), placeOf(to, dayStartsAtMinute)];
  if (one.day === other.day) {
    if (other.minute <= one.minute) return [];
    return [part(one.day, one.minute, other.minute)];
  }
  const dayEnd = dayStartsAtMinute + DAY_MINUTES;
  const [second, beforeLast] = [daysAfter(one.day, 1), daysAfter(other.day, -1)];
  return [
    one.minute === dayStartsAtMinute ? whole(one.day, one.day) : part(one.day, one.minute, dayEnd),
    ...(second <= beforeLast ? [whole(second, beforeLast)] : []),
    ...(other.minute > dayStartsAtMinute ? [part(other.day, dayStartsAtMinute, other.minute)] : []),
  ];
}

const part = (day: ServiceDay, startMinute: number, endMinute: number): Absence => ({
  from: day,
  to: day,
  startMinute,
  endMinute,
});
const whole = (from: ServiceDay, to: ServiceDay): Absence => ({
  from,
  to,
  startMinute: null,
  endMinute: null,
});

const isMidnight = ({ hour, minute, second }: Temporal.PlainDateTime): boolean =>
  hour + minute + second === 0;
const dayOf = (time: Temporal.PlainDateTime): ServiceDay =>
  serviceDaySchema.parse(time.toPlainDate().toString());

/** The service day, and the minute of it. */
function placeOf(time: Temporal.PlainDateTime, dayStartsAtMinute: number) {
  const turned = time.subtract({ minutes: dayStartsAtMinute });
  const minute = turned.hour * 60 + turned.minute + dayStartsAtMinute;
  return { day: dayOf(turned), minute };
}
