import { asciiDigits, cleanText } from '../../../../../shared/model/fold';
import { birthSchema } from '../../../../../shared/model/registered-patient';

/** What is wrong with a birth; each has its words in the texts under `wrong`. */
export type BirthProblem = 'birth' | 'birthToCome' | 'birthLongAgo';

/** Nobody is older. */
const OLDEST = 120;

const isoDay = /^(\d{4})(?:[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?)?$/;
const dayFirst = /^(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})$/;
const age = /^(\d{1,3}) ?([\p{L}\p{M}]*)\.?$/u;

const years: ReadonlySet<string> = new Set(['', 'y', 'yr', 'yrs', 'year', 'years', 'साल', 'वर्ष', 'बरस']);
const months: ReadonlySet<string> = new Set(['m', 'mo', 'month', 'months', 'महीना', 'महीने', 'माह', 'मास']);
const weeks: ReadonlySet<string> = new Set(['w', 'wk', 'week', 'weeks', 'हफ़्ता', 'हफ़्ते', 'सप्ताह']);
const days: ReadonlySet<string> = new Set(['d', 'day', 'days', 'दिन']);

/** A day, month or year as it is written in India, as `1956-04-12` has it: the day stands first. Null: it is none. */
export function writtenDay(text: string): string | null {
  const said = asciiDigits(cleanText(text));
  const [, year, month, day] = isoDay.exec(said) ?? [];
  if (year !== undefined) return joined(year, month, day);
  const [, first, second, last] = dayFirst.exec(said) ?? [];
  return last === undefined ? null : joined(last, second, first);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** A birth as staff write it: `12/04/1956`, `1956`, or an age such as `71` and `8 months`; no more is read than is known. */
export function readBirth(
  text: string,
  today: string,
): { readonly birth: string | null } | { readonly wrong: BirthProblem } {
  if (text.trim() === '') return { birth: null };
  const birth = writtenDay(text) ?? byAge(text, today);
  if (birth === null) return { wrong: 'birth' };
  if (birth > today.slice(0, birth.length)) return { wrong: 'birthToCome' };
  if (Number(birth.slice(0, 4)) < Number(today.slice(0, 4)) - OLDEST) return { wrong: 'birthLongAgo' };
  return birthSchema.safeParse(birth).success ? { birth } : { wrong: 'birth' };
}

function byAge(text: string, today: string): string | null {
  const [, digits, unit = ''] = age.exec(asciiDigits(cleanText(text)).toLowerCase()) ?? [];
  if (digits === undefined) return null;
  const count = Number(digits);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const on = (date: number): string => new Date(date).toISOString();
  if (years.has(unit)) return String(year - count).padStart(4, '0');
  if (months.has(unit)) return on(Date.UTC(year, month - 1 - count, 1)).slice(0, 7);
  if (weeks.has(unit)) return on(Date.UTC(year, month - 1, day - 7 * count)).slice(0, 10);
  return days.has(unit) ? on(Date.UTC(year, month - 1, day - count)).slice(0, 10) : null;
}
