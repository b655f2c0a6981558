import type { ReportWish } from '../../shared/model/report';
import type { ReadPeriod } from '../app/outside/reading-room';
import { dayNumber } from '../store/visit-codes';
import { dayText, mondayOf, weekdayOf } from './days';

/** The rows of `group` of a period: days into places, so that two periods can stand side by side. */
export interface Groups {
  /** A day's row. */
  placeOf(day: number): number;
  /** What each row is called. */
  readonly keys: readonly string[];
}

const monthsOf = (day: number): number => {
  const [year = 0, month = 0] = dayText(day).split('-').map(Number);
  return year * 12 + month - 1;
};
const monthText = (months: number): string =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

export function groupsOf(by: ReportWish['groupBy'], period: ReadPeriod): Groups {
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  if (by === 'weekday') {
    return { placeOf: (day) => weekdayOf(day) - 1, keys: upTo(7).map((place) => String(place + 1)) };
  }
  if (by === 'day') {
    return { placeOf: (day) => day - from, keys: upTo(to - from + 1).map((place) => dayText(from + place)) };
  }
  if (by === 'week') {
    const first = mondayOf(from);
    const weeks = (mondayOf(to) - first) / 7 + 1;
    return {
      placeOf: (day) => (mondayOf(day) - first) / 7,
      keys: upTo(weeks).map((place) => dayText(first + place * 7)),
    };
  }
  const first = monthsOf(from);
  const known = new Map<number, number>();
  return {
    placeOf(day) {
      const place = known.get(day) ?? monthsOf(day) - first;
      known.set(day, place);
      return place;
    },
    keys: upTo(monthsOf(to) - first + 1).map((place) => monthText(first + place)),
  };
}
