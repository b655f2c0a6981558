import { MINUTE } from '../../../shared/model/time';
import { currentLanguage } from '.';
import { type Language, languageFacts } from './languages';

/*
 * Dates and times by Intl, in the window's language unless told otherwise. A component that shows them must
 * also call `useTranslation`, or be inside one that does, to follow a change of language.
 */

type Options = Intl.DateTimeFormatOptions;

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one; screens format each second. */
function formatter(language: Language, timeZone: string, options: Options): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat(languageFacts[language].locale, { timeZone, ...options });
  made.set(key, fresh);
  return fresh;
}

const shortTime: Options = { hour: 'numeric', minute: '2-digit', hour12: true };

/** `9:05 am`, in the clinic's time zone. */
export function timeText(instant: number, timeZone: string, language = currentLanguage()): string {
  return plainSpaces(formatter(language, timeZone, shortTime).format(instant));
}

/** `22 Nov, 9:05 am`, in the clinic's time zone. */
export function dateTimeText(instant: number, timeZone: string, language = currentLanguage()): string {
  const options: Options = { ...shortTime, day: 'numeric', month: 'short' };
  return plainSpaces(formatter(language, timeZone, options).format(instant));
}

/** `Sunday 22 November, 2026 at 9:05 am`, where even the year may be wrong. */
export function fullMomentText(instant: number, timeZone: string, language = currentLanguage()): string {
  const options: Options = { ...shortTime, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  return plainSpaces(formatter(language, timeZone, options).format(instant));
}

/**
 * `9:05 am` if it is of the same date as `now`, else with the date: a time without a day is taken for today's.
 */
export function momentText(
  instant: number,
  timeZone: string,
  now: number,
  language = currentLanguage(),
): string {
  const date: Options = { year: 'numeric', month: 'numeric', day: 'numeric' };
  const dateOf = formatter('en', timeZone, date);
  const isToday = dateOf.format(instant) === dateOf.format(now);
  return (isToday ? timeText : dateTimeText)(instant, timeZone, language);
}

/** A day has few slots, and each is said again with every update. */
const slotTexts = new Map<string, string>();

/** `9:00 – 10:00 am`: minutes of the service day, which have no zone of their own. */
export function slotText(
  { startMinute, endMinute }: { startMinute: number; endMinute: number },
  language = currentLanguage(),
): string {
  const key = `${language} ${startMinute} ${endMinute}`;
  const known = slotTexts.get(key);
  if (known !== undefined) return known;
  const format = formatter(language, 'UTC', shortTime);
  const text = plainSpaces(format.formatRange(startMinute * MINUTE, endMinute * MINUTE));
  slotTexts.set(key, text);
  return text;
}

/** `Sunday, 22 November`. */
export function dayText(serviceDay: string, language = currentLanguage()): string {
  const options: Options = { weekday: 'long', day: 'numeric', month: 'long' };
  return formatter(language, 'UTC', options).format(noonOf(serviceDay));
}

/** `22 Nov 2026`, for paper. */
export function shortDayText(serviceDay: string, language = currentLanguage()): string {
  const options: Options = { day: 'numeric', month: 'short', year: 'numeric' };
  return formatter(language, 'UTC', options).format(noonOf(serviceDay));
}

/** A birth, no more of it than is known: `12 Apr 1956`, `Apr 1956`, `1956`. */
export function birthAsRead(birth: string, language = currentLanguage()): string {
  const [, month, day] = birth.split('-');
  if (month === undefined) return birth;
  if (day !== undefined) return shortDayText(birth, language);
  return formatter(language, 'UTC', { month: 'short', year: 'numeric' }).format(noonOf(`${birth}-15`));
}

/** `Monday`, `Mon` or `M`; ISO: Monday is 1. */
export function weekdayText(
  weekday: number,
  style: 'long' | 'short' | 'narrow',
  language = currentLanguage(),
): string {
  // A Monday, the fifth of January.
  return formatter(language, 'UTC', { weekday: style }).format(Date.UTC(2026, 0, 4 + weekday, 12));
}

/** `22 Nov`, of this service day. */
export function dayMonthText(serviceDay: string, language = currentLanguage()): string {
  return formatter(language, 'UTC', { day: 'numeric', month: 'short' }).format(noonOf(serviceDay));
}

function noonOf(serviceDay: string): number {
  return Date.parse(`${serviceDay}T12:00:00Z`);
}

/** Waits are told in steps of some minutes: many have the same, and each is said again with every update. */
const rangeTexts = new Map<string, string>();
const MOST_RANGES = 2_000;

/** `9:35 – 9:50 am`, in the clinic's time zone. */
export function clockRangeText(
  { from, to }: { from: number; to: number },
  timeZone: string,
  language = currentLanguage(),
): string {
  const key = `${language} ${timeZone} ${from} ${to}`;
  const known = rangeTexts.get(key);
  if (known !== undefined) return known;
  const text = plainSpaces(formatter(language, timeZone, shortTime).formatRange(from, to));
  if (rangeTexts.size >= MOST_RANGES) rangeTexts.clear();
  rangeTexts.set(key, text);
  return text;
}

/** Minutes since midnight on the clinic's clock. */
export function minuteOfDay(instant: number, timeZone: string): number {
  const parts = formatter('en', timeZone, { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const of = (type: string): number =>
    Number(parts.formatToParts(instant).find((part) => part.type === type)?.value ?? 0);
  return of('hour') * 60 + of('minute');
}

/** `2026-01-05`: the date in the clinic's time zone. */
export function dayOf(instant: number, timeZone: string): string {
  // Swedish dates are written as the data's are.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** `4:07`, `1:02:30`: how long something has been going on. Never negative. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A name or number within a sentence, whose reading direction it must not disturb. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Full minutes, never negative. */
export function minutesOf(ms: number): number {
  return Math.max(0, Math.floor(ms / MINUTE));
}

/** Intl's thin spaces differ between versions, and look like none in narrow type. */
function plainSpaces(text: string): string {
  return text.replace(/\u2009/g, ' ').replace(/\u202f/g, '\u00a0');
}
