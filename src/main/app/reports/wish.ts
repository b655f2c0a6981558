import { MOST_DAYS, type ReportWish } from '../../../shared/model/report';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { ReadClinic } from '../outside/reading-room';
import { daysOf } from './periods';

/** Beyond, a date was mistyped, and what the days are compared with has none. */
const KNOWN_DAYS = { first: '1900-01-01', last: '9998-12-31' } as const;

/** Errors: INVALID_INPUT the days or hours are the wrong way round, or there are too many, or they are of no time. */
export function checkWish({ from, to, hours }: ReportWish): Result<null> {
  if (to < from)
    return fail('INVALID_INPUT', 'The last day must not be before the first.', { field: 'to', from, to });
  if (from < KNOWN_DAYS.first || to > KNOWN_DAYS.last)
    return fail('INVALID_INPUT', 'Please check the years of these days.', { field: 'from', from, to });
  if (daysOf({ from, to }) > MOST_DAYS)
    return fail('INVALID_INPUT', 'Please choose ten years at most.', { field: 'from', most: MOST_DAYS });
  if (hours && hours.to < hours.from)
    return fail('INVALID_INPUT', 'The last hour must not be before the first.', { field: 'hours' });
  return ok(null);
}

/** By which figures are worked out: the settings as they are now, whatever the days. */
export function clinicOf({ settings: { clinic, rules } }: Call): ReadClinic {
  const { timeZone, dayStartsAtMinute } = clinic;
  return { timeZone, dayStartsAtMinute, targets: rules.targetMinutes };
}
