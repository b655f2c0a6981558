import { type Instant, MINUTE, type ServiceDay } from '../../shared/model/time';
import { calendar } from '../app/time/calendar';
import { dayOfNumber } from '../store/visit-codes';

const HOUR = 60 * MINUTE;
/** A service day may go on until noon of the next. */
const HOURS = 36;
const DAY_MS = 24 * HOUR;

/** The clinic's days by number (days since 1970), and its clock. Worked out once a day, and not for every token. */
export interface Days {
  /** When a minute of this day is. */
  instantOf(day: number, minute: number): Instant;
  /** The hour of this day's clock at an instant, above 23 after midnight; -1 before the day. */
  hourOf(day: number, instant: Instant): number;
  /** The service day at an instant. */
  dayOf(instant: Instant): number;
}

interface KnownDay {
  readonly midnight: Instant;
  /** When each hour begins; null where the clock is not put forward or back: then they are even. */
  readonly hours: readonly Instant[] | null;
}

export const dayText = (day: number): ServiceDay => dayOfNumber(day) as ServiceDay;

/** Monday 1 to Sunday 7: the first of January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

export function daysOf({
  timeZone,
  dayStartsAtMinute,
}: {
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
}): Days {
  const known = new Map<number, KnownDay>();
  const starts = new Map<number, Instant>();
  const at = (day: number, minute: number): Instant => calendar.instantOf(dayText(day), minute, timeZone);

  function look(day: number): KnownDay {
    const found = known.get(day);
    if (found) return found;
    const midnight = at(day, 0);
    const isEven = at(day, HOURS * 60) - midnight === HOURS * HOUR;
    const hours = isEven ? null : Array.from({ length: HOURS }, (_, hour) => at(day, hour * 60));
    const made = { midnight, hours };
    known.set(day, made);
    return made;
  }

  function startOf(day: number): Instant {
    const found = starts.get(day);
    if (found !== undefined) return found;
    const start = at(day, dayStartsAtMinute);
    starts.set(day, start);
    return start;
  }

  return {
    instantOf(day, minute) {
      const { midnight, hours } = look(day);
      return hours === null ? midnight + minute * MINUTE : at(day, minute);
    },
    hourOf(day, instant) {
      const { midnight, hours } = look(day);
      if (instant < midnight) return -1;
      const hour = hours
        ? hours.findLastIndex((start) => start <= instant)
        : Math.floor((instant - midnight) / HOUR);
      return Math.min(hour, HOURS - 1);
    },
    dayOf(instant) {
      let day = Math.floor(instant / DAY_MS);
      while (startOf(day) > instant) day -= 1;
      while (startOf(day + 1) <= instant) day += 1;
      return day;
    },
  };
}
