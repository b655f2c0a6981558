import { MOST_DAYS, type ReportWish } from '../../../shared/model/report';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { ReadClinic } from '../outside/reading-room';
import { daysOf } from './periods';

/** Errors: INVALID_INPUT the days or hours are the wrong way round, or there are too many. */
export function checkWish({ from, to, hours }: ReportWish): Result<null> {
  if (to < from)
    return fail('INVALID_INPUT', 'The last day must not be before the first.', { field: 'to', from, to });
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
