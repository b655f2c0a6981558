import { Script } from 'node:vm';
import ICAL from 'ical.js';
import { cleanText } from '../../../shared/model/fold';
import { type RefusalReason, refused } from '../../../shared/refusals';
import { type ErrorDetails, ok, type Result } from '../../../shared/result';
import { dayText, plainOf, type When } from './calendar-time';

/** One time that something in a calendar takes place. */
export interface Occurrence {
  readonly name: string;
  readonly start: When;
  readonly end: When;
}

export interface Occurrences {
  readonly all: readonly Occurrence[];
  readonly cancelled: number;
}

const MOST_EVENTS = 2_000;
/** Of one event: every day for two years, begun ten years ago, is less. */
const MOST_STEPS = 20_000;
/** A rule that never comes to an end is given up after so long. */
const PATIENCE_MS = 1_500;
const NAME_LENGTH = 200;

/**
 * What an iCalendar file has until a day, each repetition by itself. Errors: INVALID_INPUT: it is none, is damaged, has too
 * much in it, or repeats something in a way no holiday is.
 * @param window days as `YYYY-MM-DD`: what ends before the first is not worked out
 */
export function readOccurrences(
  text: string,
  window: { readonly from: string; readonly to: string },
): Result<Occurrences> {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text.replace(/^\ufeff/, ''))) return wrong('ics_none');
  let outcome: Result<Occurrences> = wrong('ics_broken');
  try {
    // The library goes on for ever with some rules: only a script can be stopped.
    new Script('work()').runInNewContext(
      { work: () => (outcome = occurrencesIn(text, window)) },
      { timeout: PATIENCE_MS },
    );
  } catch (error) {
    // It comes from the script’s own world: no Error of this one.
    const isLate =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    return isLate ? wrong('ics_endless', { value: '…' }) : wrong('ics_broken');
  }
  return outcome;
}

function wrong(reason: RefusalReason, details: ErrorDetails = {}): Result<never> {
  return refused('INVALID_INPUT', reason, { field: 'data', ...details });
}

function occurrencesIn(text: string, window: { from: string; to: string }): Result<Occurrences> {
  const parsed: unknown[] = ICAL.parse(text);
  // Several calendars in one file are an array of them.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
    (one) => new ICAL.Component(one as [string, unknown[], unknown[]]),
  );
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length === 0) return wrong('ics_no_events');
  if (events.length > MOST_EVENTS) return wrong('ics_many_events', { most: MOST_EVENTS });
  const all: Occurrence[] = [];
  const singles = events.filter((event) => event.hasProperty('recurrence-id'));
  let cancelled = 0;
  for (const component of events) {
    if (component.hasProperty('recurrence-id')) continue;
    const name = nameOf(component);
    if (!component.hasProperty('dtstart')) return wrong('ics_bad_time', { value: name });
    if (isCancelled(component)) {
      cancelled += 1;
      continue;
    }
    if (isTooOften(component)) return wrong('ics_too_often', { value: name });
    const uid = component.getFirstPropertyValue('uid');
    const exceptions = singles.filter((single) => single.getFirstPropertyValue('uid') === uid);
    const event = new ICAL.Event(component, { strictExceptions: true, exceptions });
    const times = timesOf(event, window);
    if (!times) return wrong('ics_endless', { value: name });
    all.push(...times.all);
    cancelled += times.cancelled;
  }
  const known = new Set(events.filter((one) => !one.hasProperty('recurrence-id')).map(uidOf));
  // A single time of something that is not in the file stands for itself.
  for (const lone of singles.filter((one) => !known.has(uidOf(one)))) {
    if (isCancelled(lone)) cancelled += 1;
    else all.push(single(new ICAL.Event(lone)));
  }
  return ok({ all, cancelled });
}

const uidOf = (component: ICAL.Component): string => String(component.getFirstPropertyValue('uid'));

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

function isTooOften(component: ICAL.Component): boolean {
  return component.getAllProperties('rrule').some((rule) => {
    const text = String(rule.getFirstValue()).toUpperCase();
    return /FREQ=(SECONDLY|MINUTELY|HOURLY)|BYHOUR=|BYMINUTE=|BYSECOND=/.test(text);
  });
}

function nameOf(component: ICAL.Component): string {
  const summary = component.getFirstPropertyValue('summary');
  return cleanText(typeof summary === 'string' ? summary : '').slice(0, NAME_LENGTH);
}

function single(event: ICAL.Event): Occurrence {
  return occurrenceOf(event.component, event.startDate, event.endDate);
}

function occurrenceOf(component: ICAL.Component, start: ICAL.Time, end: ICAL.Time): Occurrence {
  const zoneOf = (name: string): unknown => component.getFirstProperty(name)?.getParameter('tzid');
  const zone = zoneOf('dtstart');
  return { name: nameOf(component), start: plainOf(start, zone), end: plainOf(end, zoneOf('dtend') ?? zone) };
}

/** Each time within the window; undefined: it goes on and on. */
function timesOf(event: ICAL.Event, { from, to }: { from: string; to: string }): Occurrences | undefined {
  if (!event.isRecurring()) return { all: [single(event)], cancelled: 0 };
  // Of days of its own without a rule the library leaves out the first.
  const all: Occurrence[] = event.component.hasProperty('rrule') ? [] : [single(event)];
  let cancelled = 0;
  const times = event.iterator();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = times.next();
    // A day more: zones.
    if (!next || dayText(next) > to) return { all, cancelled };
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isCancelled(item.component)) cancelled += 1;
    else if (dayText(endDate) >= from) all.push(occurrenceOf(item.component, startDate, endDate));
  }
  return undefined;
}
