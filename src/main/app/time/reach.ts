import { Temporal } from 'temporal-polyfill';
import { DAYS_AHEAD, type ServiceDay, serviceDaySchema } from '../../../shared/model/time';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';

/** How long a patient's past tokens are looked for at the desk. */
const DAYS_BACK = 30;

/** The first day that a search goes back to. */
export function firstSearched(today: ServiceDay): ServiceDay {
  return serviceDaySchema.parse(Temporal.PlainDate.from(today).subtract({ days: DAYS_BACK }).toString());
}

/** Whether a day is one that may be looked at or booked. Errors: INVALID_INPUT. */
export function checkReach(day: ServiceDay | undefined, today: ServiceDay): Result<null> {
  if (day === undefined) return ok(null);
  const last = Temporal.PlainDate.from(today).add({ days: DAYS_AHEAD }).toString();
  return day <= last ? ok(null) : refused('INVALID_INPUT', 'day_too_far', { field: 'serviceDay', last });
}
