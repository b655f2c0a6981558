import type { CheckedInput } from '../../../shared/contract';
import type { Closure } from '../../../shared/model/absence';
import { closureIdSchema } from '../../../shared/model/ids';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
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
  { requestId: _id, ...wish }: CheckedInput<'closures.add'>,
): Promise<Result<Plan<Closure>>> {
  const closure = closureOf(call, wish);
  return closure.ok ? close(call, [closure.value], closure.value) : closure;
}

/** R34: the same for several, all or none. Errors: those of one, with the `place` of the wrong one. */
export async function addClosures(
  call: Call,
  { closures: wishes }: CheckedInput<'closures.addAll'>,
): Promise<Result<Plan<Closure[]>>> {
  const closures: Closure[] = [];
  for (const [place, wish] of wishes.entries()) {
    const closure = closureOf(call, wish);
    if (!closure.ok) {
      const { details, ...error } = closure.error;
      return { ok: false, error: { ...error, details: { ...details, place } } };
    }
    closures.push(closure.value);
  }
  return close(call, closures, closures);
}

function closureOf(
  call: Call,
  { name, ...wish }: Omit<CheckedInput<'closures.add'>, 'requestId'>,
): Result<Closure> {
  const when = absenceOf(call, wish);
  if (!when.ok) return when;
  return ok({ id: closureIdSchema.parse(call.environment.newId()), ...when.value, name });
}

function close<A>(call: Call, closures: readonly Closure[], answer: A): Promise<Result<Plan<A>>> {
  const reach = {
    from: closures.map(({ from }) => from).reduce((one, other) => (one < other ? one : other)),
    to: closures.map(({ to }) => to).reduce((one, other) => (one > other ? one : other)),
  };
  return planAnew(call, {
    reach,
    refuse: (reading) => {
      const there: Closure[] = [...reading.closures(call.today, reach.to)];
      for (const [place, closure] of closures.entries()) {
        if (there.some((other) => isSameTime(other, closure))) {
          return refused('CONFLICT', 'closed_already', { field: 'from', place });
        }
        there.push(closure);
      }
      return undefined;
    },
    planned: (before) => ({ ...before, closures: [...before.closures, ...closures] }),
    plan: { closures },
    answer,
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
  return refused('NOT_FOUND', 'closure_gone');
}
