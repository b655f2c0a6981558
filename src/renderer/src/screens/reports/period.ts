import type { SavedView } from '../../../../shared/model/report';
import type { ServiceDay } from '../../../../shared/model/time';
import { dayPlus } from '../../data/days';

/** From a day to a day, both of them in it. */
export interface Period {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
}

/** Days by their name, which go on with the calendar, or from one to another. */
export type Range = SavedView['range'];
export type Preset = Extract<Range, string>;

/** In the order in which they are offered. */
export const presets: readonly Preset[] = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'last30',
  'thisYear',
];

/** Which days that is as of today; a week begins on Monday. What has not happened yet is left out. */
export function periodOf(range: Range, today: ServiceDay): Period {
  if (typeof range === 'object') return range;
  const monday = dayPlus(today, 1 - weekdayOf(today));
  const first = firstOfMonth(today);
  switch (range) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: dayPlus(today, -1), to: dayPlus(today, -1) };
    case 'thisWeek':
      return { from: monday, to: today };
    case 'lastWeek':
      return { from: dayPlus(monday, -7), to: dayPlus(monday, -1) };
    case 'thisMonth':
      return { from: first, to: today };
    case 'lastMonth':
      return { from: firstOfMonth(dayPlus(first, -1)), to: dayPlus(first, -1) };
    case 'last30':
      return { from: dayPlus(today, -29), to: today };
    case 'thisYear':
      return { from: firstOfYear(today), to: today };
  }
}

/** So that a chart has neither one bar nor three hundred. */
export function groupingFor({ from, to }: Period): 'day' | 'week' | 'month' {
  const days = daysIn({ from, to });
  if (days <= 35) return 'day';
  return days <= 190 ? 'week' : 'month';
}

export function daysIn({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** Monday is 1. */
function weekdayOf(day: ServiceDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function firstOfMonth(day: ServiceDay): ServiceDay {
  return dayPlus(day, 1 - Number(day.slice(8)));
}

function firstOfYear(day: ServiceDay): ServiceDay {
  const first = firstOfMonth(day);
  return first.slice(5, 7) === '01' ? first : firstOfYear(dayPlus(first, -1));
}
