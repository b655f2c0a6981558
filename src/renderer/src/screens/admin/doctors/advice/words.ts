import type { Template } from '../../../../../../shared/model/template';
import { slotText, weekdayText } from '../../../../i18n/format';

/** `Mon, Wed, Fri`; `Mon – Sat` of three and more in a row. */
export function daysText(weekdays: readonly number[]): string {
  const [first = 1] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const isRow = weekdays.length > 2 && last - first === weekdays.length - 1;
  const shown = isRow ? [first, last] : weekdays;
  return shown.map((weekday) => weekdayText(weekday, 'short')).join(isRow ? ' – ' : ', ');
}

/** When a slot of a template begins and ends. */
export function slotOf({ startMinute, endMinute }: Template, slotMinutes: number, slot: number): string {
  const start = startMinute + slot * slotMinutes;
  return slotText({ startMinute: start, endMinute: Math.min(endMinute, start + slotMinutes) });
}

/** One decimal where it says something. */
export function numberText(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

export function percentOf(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((100 * part) / all);
}
