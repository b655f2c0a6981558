import { asciiDigits } from '../../../shared/model/fold';

const pattern = /^(\d{1,2})(?:[:.٫]?(\d{2}))?\s*(am?|pm?)?$/;

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
