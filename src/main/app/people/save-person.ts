import type { CheckedInput } from '../../../shared/contract';
import { personIdSchema } from '../../../shared/model/ids';
import { canBeForOneDoctor, isBuiltInRole, type Person, personSchema } from '../../../shared/model/person';
import { fail, ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import { checkNotMore } from '../access/not-more';
import { callsOf } from '../access/person-roles';
import { isAdmin, needsPerson, personsInUse } from '../access/persons';
import type { Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { hashOfPin } from './pin';

/**
 * Adds somebody, or changes what is given of one. All of it is decided inside the transaction: of two administrators who
 * remove each other at once one stays. Errors: see the contract.
 */
export async function savePerson(
  call: Call,
  { personId, pin, ...wish }: CheckedInput<'persons.save'>,
): Promise<Result<Plan<Person>>> {
  const freshId = personIdSchema.parse(call.environment.newId());
  const pinHash = pin === undefined ? undefined : await hashOfPin(pin);
  return ok({
    books: [],
    everyPerson: true,
    everyDoctor: true,
    decide: (_books, { reading }) => {
      const { persons } = reading.people();
      const allowed = mayStill(call, 'persons.save', reading);
      if (!allowed.ok) return allowed;
      const before = persons.find(({ id }) => id === personId);
      if (personId !== undefined && !before) return fail('NOT_FOUND', 'There is no such person.');
      const person = personAfter(before ?? { id: freshId, doctorId: null, active: true }, wish);
      if (!person.ok) return person;
      if (!before && pinHash === undefined)
        return fail('INVALID_INPUT', 'A new person needs a PIN.', { field: 'pin' });
      const wrong = checkPerson(person.value, before, reading) ?? checkAdmins(person.value, persons);
      if (wrong) return wrong;
      const { roles } = reading.people();
      const touched = [person.value, ...(before ? [before] : [])].map((one) => callsOf(one, roles));
      const within = checkNotMore(call.caller, reading, touched);
      if (!within.ok) return within;
      const also = { persons: [{ person: person.value, pinHash }] };
      return ok({ decisions: [], about: nobody, also, answer: person.value });
    },
  });
}

/** Whoever asks for it may be gone, or have another role, since they came through the door. */
export function mayStill(
  { caller }: Call,
  name: 'persons.save' | 'roles.save' | 'roles.remove',
  reading: Reading,
): Result<null> {
  const { persons, roles } = reading.people();
  if (!needsPerson(caller) || !personsInUse(persons)) return ok(null);
  const now = persons.find(({ id, active }) => active && id === caller.person?.id);
  if (now && callsOf(now, roles).has(name)) return ok(null);
  return fail('FORBIDDEN', 'Please sign in first.', { reason: now ? 'role' : 'nobody_on' });
}

/** As somebody is to be; a role that sees everybody's patients is nobody's in particular. */
function personAfter(
  before: Partial<Person>,
  wish: Omit<CheckedInput<'persons.save'>, 'personId' | 'pin'>,
): Result<Person> {
  const given = Object.entries(wish).filter(([, value]) => value !== undefined);
  const person = personSchema.safeParse({ ...before, ...Object.fromEntries(given) });
  if (!person.success) {
    const field = String(person.error.issues[0]?.path[0] ?? '');
    const missing = field === 'roleId' ? 'Please choose a role.' : `A new person needs a name and initials.`;
    return fail('INVALID_INPUT', missing, { field });
  }
  const { roleId, doctorId } = person.data;
  return ok({ ...person.data, doctorId: canBeForOneDoctor(roleId) ? doctorId : null });
}

function checkPerson(
  person: Person,
  before: Person | undefined,
  reading: Reading,
): Result<never> | undefined {
  const { persons, roles } = reading.people();
  const { id, initials, roleId, doctorId, active } = person;
  const other = persons.find((one) => one.id !== id && one.active && one.initials === initials);
  if (active && other) {
    return fail('CONFLICT', `${initials} is ${other.name}. Please choose other initials.`, {
      field: 'initials',
    });
  }
  const isKnown = isBuiltInRole(roleId) || roles.some((role) => role.id === roleId);
  if (active && !isKnown) return fail('NOT_FOUND', 'There is no such role any more.', { field: 'roleId' });
  if (doctorId === null || doctorId === before?.doctorId) return undefined;
  const doctor = reading.doctor(doctorId);
  if (!doctor?.active) return fail('NOT_FOUND', 'There is no such doctor.', { field: 'doctorId' });
  return undefined;
}

/** Somebody must always be able to let others in. */
function checkAdmins(person: Person, before: readonly Person[]): Result<never> | undefined {
  const after = [...before.filter(({ id }) => id !== person.id), person];
  if (after.some(isAdmin)) return undefined;
  return personsInUse(before)
    ? fail('CONFLICT', `${person.name} is the only administrator. Make somebody else one first.`, {
        field: 'roleId',
        reason: 'last_admin',
      })
    : fail('CONFLICT', 'The first person must be an administrator.', {
        field: 'roleId',
        reason: 'first_admin',
      });
}
