import type { CheckedInput } from '../../../shared/contract';
import type { Closure } from '../../../shared/model/absence';
import { closureIdSchema } from '../../../shared/model/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { absenceOf, isSameTime } from './absence';
import { booksReached, replanBooks } from './replanning';

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
  return ok({
    books: await booksReached(call, closure),
    everyDoctor: true,
    decide: (books, at) => {
      const there = at.reading.closures(call.today, closure.to);
      if (there.some((other) => isSameTime(other, closure))) {
        return fail('CONFLICT', 'The clinic is closed then already.', { field: 'from' });
      }
      const planned = replanBooks(call, books, at, {
        reach: closure,
        planned: (before) => ({ ...before, closures: [...before.closures, closure] }),
      });
      if (!planned.ok) return planned;
      const also = { plan: { closures: [closure] } };
      return ok({ decisions: planned.value, about: nobody, also, answer: closure });
    },
  });
}

/** R34: the clinic is open after all. Errors: NOT_FOUND. */
export async function removeClosure(
  call: Call,
  { closureId }: CheckedInput<'closures.remove'>,
): Promise<Result<Plan<Record<string, never>>>> {
  const closure = await call.environment.store.closure(closureId);
  if (!closure) return noClosure();
  return ok({
    books: await booksReached(call, closure),
    everyDoctor: true,
    decide: (books, at) => {
      if (!at.reading.closure(closureId)) return noClosure();
      const planned = replanBooks(call, books, at, {
        reach: closure,
        planned: (before) => ({ ...before, closures: before.closures.filter(({ id }) => id !== closureId) }),
      });
      if (!planned.ok) return planned;
      const also = { plan: { closuresGone: [closureId] } };
      return ok({ decisions: planned.value, about: nobody, also, answer: {} });
    },
  });
}

function noClosure(): Result<never> {
  return fail('NOT_FOUND', 'There is no such holiday. It may have been taken away already.');
}
