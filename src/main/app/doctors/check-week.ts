import type { OneOff } from '../../../shared/model/absence';
import { holdsOn, type ScheduleLine } from '../../../shared/model/doctor-schedule';
import { clockText } from '../../../shared/model/time';
import { type RefusalReason, refused } from '../../../shared/refusals';
import type { AppError, Result } from '../../../shared/result';
import { overlaps } from '../../engine';
import { calendar, isWithinDay } from '../time/calendar';

/**
 * R2: sessions lie whole within a service day, and no two that hold on one day overlap. Errors: INVALID_INPUT, with the
 * place of the `line` and the `part` of it that is wrong, and the `other` line; undefined: they may be so.
 */
export function checkWeek(
  schedule: readonly ScheduleLine[],
  dayStartsAtMinute: number,
): Result<never> | undefined {
  for (const [line, session] of schedule.entries()) {
    const wrong = (part: keyof ScheduleLine, reason: RefusalReason, more: AppError['details'] = {}) =>
      refused('INVALID_INPUT', reason, { field: 'schedule', line, part, ...more });
    const { startMinute, endMinute, validFrom, validTo } = session;
    if (endMinute <= startMinute) return wrong('endMinute', 'hours_end_before');
    if (!isWithinDay(session, dayStartsAtMinute)) {
      const from = clockText(dayStartsAtMinute);
      return wrong(startMinute < dayStartsAtMinute ? 'startMinute' : 'endMinute', 'hours_outside_day', {
        rule: 'R2',
        dayStartsAtMinute,
        from,
      });
    }
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      return wrong('validTo', 'hours_last_before_first');
    }
    const other = schedule.findIndex((known, place) => place < line && collide(known, session));
    if (other >= 0) return wrong('startMinute', 'hours_overlap', { other });
  }
  return undefined;
}

/** Two sessions of the week that hold at one time on one day. */
export function collide(one: ScheduleLine, other: ScheduleLine): boolean {
  const isBefore = (a: ScheduleLine, b: ScheduleLine): boolean =>
    a.validTo !== null && b.validFrom !== null && a.validTo < b.validFrom;
  const holdTogether = !isBefore(one, other) && !isBefore(other, one);
  return one.weekday === other.weekday && holdTogether && overlaps(one, other);
}

/** R34: the week leaves the sessions of single days their time. Errors: CONFLICT; undefined: it does. */
export function checkOneOffs(
  schedule: readonly ScheduleLine[],
  oneOffs: readonly OneOff[],
): Result<never> | undefined {
  for (const oneOff of oneOffs) {
    const { serviceDay, startMinute, endMinute } = oneOff;
    const weekday = calendar.weekdayOf(serviceDay);
    const line = schedule.findIndex(
      (known) => known.weekday === weekday && holdsOn(known, serviceDay) && overlaps(known, oneOff),
    );
    if (line < 0) continue;
    const times = `${clockText(startMinute)}–${clockText(endMinute)}`;
    const about = { oneOffId: oneOff.id, serviceDay, day: serviceDay, times };
    return refused('CONFLICT', 'single_session_there', {
      field: 'schedule',
      line,
      part: 'startMinute',
      ...about,
    });
  }
  return undefined;
}
