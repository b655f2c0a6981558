import type { ServiceDay } from '../../../shared/model/time';
import type { ReadPeriod } from '../outside/reading-room';
import { daysAfter } from '../time/calendar';
import { DAY_MS } from '../time/plausible';

const msOf = (day: ServiceDay): number => Date.parse(`${day}T00:00:00Z`);

export const daysOf = ({ from, to }: ReadPeriod): number => (msOf(to) - msOf(from)) / DAY_MS + 1;

/** The one right before it: of whole months as many whole months, else as many days. */
export function periodBefore(period: ReadPeriod): ReadPeriod {
  const to = daysAfter(period.from, -1);
  if (!isOfWholeMonths(period)) return { from: daysAfter(period.from, -daysOf(period)), to };
  const [first, last] = [period.from, period.to].map((day) => new Date(msOf(day)));
  const months = monthOf(last as Date) - monthOf(first as Date) + 1;
  const from = new Date(first as Date);
  from.setUTCMonth(from.getUTCMonth() - months);
  return { from: from.toISOString().slice(0, 10) as ServiceDay, to };
}

const monthOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

function isOfWholeMonths({ from, to }: ReadPeriod): boolean {
  return from.endsWith('-01') && daysAfter(to, 1).endsWith('-01');
}

/** As many days, so many whole weeks earlier that none is in both: each beside the same weekday. */
export function sameWeekdays(period: ReadPeriod): ReadPeriod {
  const shift = Math.ceil(daysOf(period) / 7) * 7;
  return { from: daysAfter(period.from, -shift), to: daysAfter(period.to, -shift) };
}
