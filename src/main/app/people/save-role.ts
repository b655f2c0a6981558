import { type CheckedInput, contract } from '../../../shared/contract';
import type { PersonRole } from '../../../shared/model/person';
import { fail, ok, type Result } from '../../../shared/result';
import { checkNotMore } from '../access/not-more';
import { knownCalls } from '../access/person-roles';
import type { Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { mayStill } from './save-person';

/** A new role of the clinic's own, or one anew. Errors: see the contract. */
export async function saveRole(
  call: Call,
  { roleId, name, calls }: CheckedInput<'roles.save'>,
): Promise<Result<Plan<PersonRole>>> {
  const unknown = calls.find((one) => !Object.hasOwn(contract, one));
  if (unknown !== undefined) return fail('INVALID_INPUT', `There is no call ${unknown}.`, { field: 'calls' });
  const freshId = call.environment.newId();
  return ok({
    books: [],
    everyPerson: true,
    decide: (_books, { reading }) => {
      const allowed = mayStill(call, 'roles.save', reading);
      if (!allowed.ok) return allowed;
      const { roles } = reading.people();
      if (roleId !== undefined && !roles.some(({ id }) => id === roleId)) return noRole;
      const isSame = (one: string): boolean => one.toLocaleLowerCase() === name.toLocaleLowerCase();
      if (roles.some((role) => role.id !== roleId && isSame(role.name))) {
        return fail('CONFLICT', `There is a role “${name}” already.`, { field: 'name' });
      }
      const before = roles.find(({ id }) => id === roleId);
      const within = checkNotMore(call.caller, reading, [knownCalls(calls), knownCalls(before?.calls ?? [])]);
      if (!within.ok) return within;
      const role = { id: roleId ?? freshId, name, calls: [...new Set(calls)] };
      return ok({ decisions: [], about: nobody, also: { personRoles: [role] }, answer: role });
    },
  });
}

/** Takes a role away that nobody has. Errors: see the contract. */
export async function removeRole(
  call: Call,
  { roleId }: CheckedInput<'roles.remove'>,
): Promise<Result<Plan<Record<string, never>>>> {
  return ok({
    books: [],
    everyPerson: true,
    decide: (_books, { reading }) => {
      const allowed = mayStill(call, 'roles.remove', reading);
      if (!allowed.ok) return allowed;
      const { roles, persons } = reading.people();
      if (!roles.some(({ id }) => id === roleId)) return noRole;
      const has = persons.filter((person) => person.active && person.roleId === roleId);
      if (has.length > 0) {
        const names = has.map(({ name }) => name).join(', ');
        return fail('CONFLICT', `Somebody has this role: ${names}.`, { persons: has.length });
      }
      return ok({ decisions: [], about: nobody, also: { personRolesGone: [roleId] }, answer: {} });
    },
  });
}

const noRole = fail('NOT_FOUND', 'There is no such role any more.');
