import { Temporal } from 'temporal-polyfill';
import type { Absence } from '../../../shared/model/absence';
import type { ServiceDay } from '../../../shared/model/time';
import { type RefusalReason, refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';

/** As it may be written: one day, whole. */
interface Wish {
  readonly from: ServiceDay;
  readonly to?: ServiceDay | undefined;
  readonly startMinute?: number | null | undefined;
  readonly endMinute?: number | null | undefined;
}

/** Longer is a slip of the finger. */
const MOST_DAYS = 731;
const DAY_MINUTES = 24 * 60;

/** When nobody works, with what is usual. Errors: INVALID_INPUT by its field. */
export function absenceOf({ settings, today }: Call, wish: Wish): Result<Absence> {
  const { from, to = from, startMinute = null, endMinute = null } = wish;
  const wrong = (field: string, reason: RefusalReason): Result<never> =>
    refused('INVALID_INPUT', reason, { field });
  if (to < from) return wrong('to', 'last_before_first');
  if (to < today) return wrong('to', 'days_over');
  const days = Temporal.PlainDate.from(from).until(to).days;
  if (days >= MOST_DAYS) return wrong('to', 'too_long');
  const { dayStartsAtMinute } = settings.clinic;
  const [start, end] = [startMinute ?? dayStartsAtMinute, endMinute ?? dayStartsAtMinute + DAY_MINUTES];
  if (end <= start) return wrong('endMinute', 'ends_before');
  if (start < dayStartsAtMinute || end > dayStartsAtMinute + DAY_MINUTES) {
    const field = start < dayStartsAtMinute ? 'startMinute' : 'endMinute';
    return wrong(field, 'outside_day');
  }
  return ok({ from, to, startMinute, endMinute });
}

export function isSameTime(one: Absence, other: Absence): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.startMinute === other.startMinute &&
    one.endMinute === other.endMinute
  );
}
