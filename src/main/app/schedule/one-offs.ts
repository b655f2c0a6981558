import type { CheckedInput } from '../../../shared/contract';
import type { OneOff } from '../../../shared/model/absence';
import { holdsOn } from '../../../shared/model/doctor-schedule';
import { oneOffIdSchema } from '../../../shared/model/ids';
import { clockText } from '../../../shared/model/time';
import { type RefusalReason, refused } from '../../../shared/refusals';
import type { ErrorDetails, Result } from '../../../shared/result';
import { overlaps } from '../../engine';
import type { Reading } from '../../store/store';
import type { Call } from '../call';
import { noDoctor, type Plan } from '../run/plan';
import { calendar, isWithinDay } from '../time/calendar';
import { checkReach } from '../time/reach';
import { planAnew, planOf, type Reach } from './replanning';

/**
 * R34: one more session, on one day. Errors: NOT_FOUND, INVALID_INPUT by its field, CONFLICT (another session, leave or a
 * holiday is there; somebody was booked meanwhile).
 */
export async function addOneOff(
  call: Call,
  { requestId: _id, ...wish }: CheckedInput<'oneOffs.add'>,
): Promise<Result<Plan<OneOff>>> {
  const wrong = checkTimes(call, wish);
  if (wrong) return wrong;
  const oneOff: OneOff = { id: oneOffIdSchema.parse(call.environment.newId()), ...wish };
  const { doctorId } = oneOff;
  return planAnew(call, {
    reach: dayOf(oneOff),
    refuse: (reading) => (reading.doctor(doctorId) ? checkFree(reading, oneOff) : noDoctor(doctorId)),
    planned: (before) => ({ ...before, oneOffs: [...before.oneOffs, oneOff] }),
    plan: { oneOffs: [oneOff] },
    answer: oneOff,
  });
}

/** R34: that session is not held after all. Errors: NOT_FOUND. */
export async function removeOneOff(
  call: Call,
  { oneOffId }: CheckedInput<'oneOffs.remove'>,
): Promise<Result<Plan<Record<string, never>>>> {
  const oneOff = await call.environment.store.oneOff(oneOffId);
  if (!oneOff) return noOneOff();
  return planAnew(call, {
    reach: dayOf(oneOff),
    refuse: (reading) => (reading.oneOff(oneOffId) ? undefined : noOneOff()),
    planned: (before) => ({ ...before, oneOffs: before.oneOffs.filter(({ id }) => id !== oneOffId) }),
    plan: { oneOffsGone: [oneOffId] },
    answer: {},
  });
}

function dayOf({ doctorId, serviceDay }: OneOff): Reach {
  return { doctorId, from: serviceDay, to: serviceDay };
}

/** R2: a session of a day to come, within it and on its clock. */
function checkTimes(
  { now, today, settings }: Call,
  { serviceDay, startMinute, endMinute }: Omit<OneOff, 'id'>,
): Result<never> | undefined {
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const wrong = (field: string, reason: RefusalReason, more: ErrorDetails = {}): Result<never> =>
    refused('INVALID_INPUT', reason, { field, rule: 'R2', ...more });
  if (serviceDay < today) return wrong('serviceDay', 'day_over');
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (endMinute <= startMinute) return wrong('endMinute', 'session_ends_before');
  if (!isWithinDay({ startMinute, endMinute }, dayStartsAtMinute)) {
    const from = clockText(dayStartsAtMinute);
    const field = startMinute < dayStartsAtMinute ? 'startMinute' : 'endMinute';
    return wrong(field, 'session_outside_day', { from });
  }
  if (calendar.instantOf(serviceDay, endMinute, timeZone) <= now) return wrong('endMinute', 'time_over');
  return undefined;
}

/** Errors: CONFLICT; undefined: nothing else is planned then. */
function checkFree(reading: Reading, oneOff: OneOff): Result<never> | undefined {
  const { doctorId, serviceDay } = oneOff;
  const field = 'startMinute';
  const weekday = calendar.weekdayOf(serviceDay);
  const others = [
    ...reading.oneOffs(doctorId, serviceDay, serviceDay),
    ...reading.schedule(doctorId).filter((line) => line.weekday === weekday && holdsOn(line, serviceDay)),
  ];
  const other = others.find((session) => overlaps(session, oneOff));
  if (other) {
    const times = `${clockText(other.startMinute)}–${clockText(other.endMinute)}`;
    return refused('CONFLICT', 'session_there', { field, rule: 'R34', times });
  }
  if (planOf(reading, oneOff).away.some((stretch) => overlaps(stretch, oneOff))) {
    return refused('CONFLICT', 'session_away', { field, rule: 'R34' });
  }
  return undefined;
}

function noOneOff(): Result<never> {
  return refused('NOT_FOUND', 'session_gone');
}
