import type { CheckedInput } from '../../../shared/contract';
import type { OneOff } from '../../../shared/model/absence';
import { oneOffIdSchema } from '../../../shared/model/ids';
import { clockText } from '../../../shared/model/time';
import { fail, type Result } from '../../../shared/result';
import { holdsOn, overlaps } from '../../engine';
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
  const wrong = (field: string, message: string): Result<never> =>
    fail('INVALID_INPUT', message, { field, rule: 'R2' });
  if (serviceDay < today) return wrong('serviceDay', 'That day is over.');
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (endMinute <= startMinute) return wrong('endMinute', 'A session must end after it starts.');
  if (!isWithinDay({ startMinute, endMinute }, dayStartsAtMinute)) {
    const from = clockText(dayStartsAtMinute);
    const message = `A session must lie within the clinic’s day, which begins at ${from} and ends 24 hours later.`;
    return wrong(startMinute < dayStartsAtMinute ? 'startMinute' : 'endMinute', message);
  }
  if (calendar.instantOf(serviceDay, endMinute, timeZone) <= now)
    return wrong('endMinute', 'That time is over.');
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
    return fail('CONFLICT', `There is a session ${times} on that day already.`, { field, rule: 'R34' });
  }
  if (planOf(reading, oneOff).away.some((stretch) => overlaps(stretch, oneOff))) {
    return fail('CONFLICT', 'The doctor is on leave then, or the clinic is closed.', { field, rule: 'R34' });
  }
  return undefined;
}

function noOneOff(): Result<never> {
  return fail('NOT_FOUND', 'There is no such session. It may have been taken away already.');
}
