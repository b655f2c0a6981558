import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Caller } from './caller';
import { callsOf } from './person-roles';
import { personsInUse } from './persons';

/**
 * Nobody gives anybody more than their own role allows, nor changes somebody who may do more: else whoever may enter
 * persons, make roles or take a configuration over is an administrator. A program, as which nobody is on, gives nothing.
 * Decided by the roles as they are in the transaction. Errors: FORBIDDEN.
 */
export function checkNotMore(
  { person, isProgram = false }: Caller,
  reading: Reading,
  given: readonly Iterable<string>[],
): Result<null> {
  const { persons, roles } = reading.people();
  if (!(person || isProgram) || !personsInUse(persons)) return ok(null);
  const now = persons.find(({ id, active }) => active && id === person?.id);
  const own = now ? callsOf(now, roles) : new Set<string>();
  const isMore = given.some((calls) => [...calls].some((name) => !own.has(name)));
  return isMore ? refused('FORBIDDEN', 'more_than_own') : ok(null);
}
