import type { CheckedInput } from '../../../shared/contract';
import type { Closure } from '../../../shared/model/absence';
import { closureIdSchema } from '../../../shared/model/ids';
import { fail, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { Plan } from '../run/plan';
import { absenceOf, isSameTime } from './absence';
import { planAnew } from './replanning';

/**
 * R34: the clinic is closed, for all doctors in one step. Errors: INVALID_INPUT by its field, CONFLICT (it is closed
 * then already; somebody was booked meanwhile).
 */
export async function addClosure(
  call: Call,
  { requestId: _id, name, ...wish }: CheckedInput<'closures.add'>,
): Promise<Result<Plan<Closure>>> {
  const when = absenceOf(call, wish);
  if (!when.ok) return when;
  const closure: Closure = { id: closureIdSchema.parse(call.environment.newId()), ...when.value, name };
  return planAnew(call, {
    reach: closure,
    refuse: (reading) => {
      const there = reading.closures(call.today, closure.to);
      if (!there.some((other) => isSameTime(other, closure))) return undefined;
      return fail('CONFLICT', 'The clinic is closed then already.', { field: 'from' });
    },
    planned: (before) => ({ ...before, closures: [...before.closures, closure] }),
    plan: { closures: [closure] },
    answer: closure,
  });
}

/** R34: the clinic is open after all. Errors: NOT_FOUND. */
export async function removeClosure(
  call: Call,
  { closureId }: CheckedInput<'closures.remove'>,
): Promise<Result<Plan<Record<string, never>>>> {
  const closure = await call.environment.store.closure(closureId);
  if (!closure) return noClosure();
  return planAnew(call, {
    reach: closure,
    refuse: (reading) => (reading.closure(closureId) ? undefined : noClosure()),
    planned: (before) => ({ ...before, closures: before.closures.filter(({ id }) => id !== closureId) }),
    plan: { closuresGone: [closureId] },
    answer: {},
  });
}

function noClosure(): Result<never> {
  return fail('NOT_FOUND', 'There is no such holiday. It may have been taken away already.');
}
