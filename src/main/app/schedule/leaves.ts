import type { CheckedInput } from '../../../shared/contract';
import type { Leave } from '../../../shared/model/absence';
import { leaveIdSchema } from '../../../shared/model/ids';
import { refused } from '../../../shared/refusals';
import type { Result } from '../../../shared/result';
import type { Call } from '../call';
import { noDoctor, type Plan } from '../run/plan';
import { absenceOf, isSameTime } from './absence';
import { planAnew } from './replanning';

/**
 * R34: a doctor does not come: slots touched by it fall away, and who had a seat in them is moved, or told. Errors:
 * INVALID_INPUT by its field, NOT_FOUND, CONFLICT (that leave is there already; somebody was booked meanwhile).
 */
export async function addLeave(
  call: Call,
  { requestId: _id, doctorId, reason, ...wish }: CheckedInput<'leaves.add'>,
): Promise<Result<Plan<Leave>>> {
  const when = absenceOf(call, wish);
  if (!when.ok) return when;
  const leave: Leave = { id: leaveIdSchema.parse(call.environment.newId()), doctorId, ...when.value, reason };
  return planAnew(call, {
    reach: leave,
    refuse: (reading) => {
      const doctor = reading.doctor(doctorId);
      if (!doctor) return noDoctor(doctorId);
      const there = reading.leaves(doctorId, call.today, leave.to);
      if (!there.some((other) => isSameTime(other, leave))) return undefined;
      return refused('CONFLICT', 'leave_there', { field: 'from', name: doctor.name });
    },
    planned: (before) => ({ ...before, leaves: [...before.leaves, leave] }),
    plan: { leaves: [leave] },
    answer: leave,
  });
}

/** R34: the doctor comes after all: the slots are open again, and whoever waits gets a seat (R9). Errors: NOT_FOUND. */
export async function removeLeave(
  call: Call,
  { leaveId }: CheckedInput<'leaves.remove'>,
): Promise<Result<Plan<Record<string, never>>>> {
  const leave = await call.environment.store.leave(leaveId);
  if (!leave) return noLeave();
  return planAnew(call, {
    reach: leave,
    refuse: (reading) => (reading.leave(leaveId) ? undefined : noLeave()),
    planned: (before) => ({ ...before, leaves: before.leaves.filter(({ id }) => id !== leaveId) }),
    plan: { leavesGone: [leaveId] },
    answer: {},
  });
}

function noLeave(): Result<never> {
  return refused('NOT_FOUND', 'leave_gone');
}
