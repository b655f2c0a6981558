import { randomInt } from 'node:crypto';
import { ADMIN, type Person } from '../../../shared/model/person';
import { isWeakPin } from '../../../shared/model/pin';
import { fail, ok, type Result } from '../../../shared/result';
import { theClock } from '../access/caller';
import { isAdmin, personsInUse } from '../access/persons';
import { beginCall } from '../call';
import type { Environment } from '../environment';
import { nobody, type Plan } from '../run/plan';
import { runPlan } from '../run/run';
import { hashOfPin } from './pin';
import { atStation, createPinGuard, ofPerson } from './tries';

/** Somebody who is let in again. The PIN is told once, to whoever administers this computer, and kept nowhere in clear. */
export interface Recovered {
  readonly person: Person;
  readonly pin: string;
}

/**
 * Gives an administrator a new PIN where nobody knows one any more. Whoever calls this has made sure that an administrator of
 * the computer asked for it; a line of the audit says that it was done.
 *
 * @param initials of somebody who works here, who is an administrator from now on; null: the first administrator there is
 * Errors: CONFLICT the clinic works without persons; NOT_FOUND nobody has these initials.
 */
export async function recoverAdministrator(
  environment: Environment,
  initials: string | null,
): Promise<Result<Recovered>> {
  const { persons } = await environment.store.people();
  const found = whoIsMeant(persons, initials);
  if (!found.ok) return found;
  const pin = randomPin();
  const act = { kind: 'people.recover', input: { personId: found.value.id } } as const;
  const call = await beginCall(environment, theClock, { act });
  const saved = await runPlan(call, becomesAdministrator(found.value.id, await hashOfPin(pin)));
  if (!saved.ok) return saved;
  const guard = createPinGuard(environment);
  await guard.forgive(ofPerson(saved.value.id));
  // Where everybody tried what they remembered.
  await guard.forgive(atStation('here'));
  return ok({ person: saved.value, pin });
}

function whoIsMeant(persons: readonly Person[], initials: string | null): Result<Person> {
  if (!personsInUse(persons)) {
    return fail('CONFLICT', 'This clinic works without persons: nobody needs a PIN to sign in.');
  }
  const working = persons.filter(({ active }) => active);
  const person = working.find((one) =>
    initials === null ? isAdmin(one) : one.initials === initials.toUpperCase(),
  );
  if (person) return ok(person);
  const known = working.map((one) => `${one.initials} ${one.name}`).join(', ');
  return fail('NOT_FOUND', `Nobody who works here has the initials ${initials}. There are: ${known}.`);
}

function becomesAdministrator(id: Person['id'], pinHash: string): Plan<Person> {
  return {
    books: [],
    everyPerson: true,
    decide: (_books, { reading }): ReturnType<Plan<Person>['decide']> => {
      const before = reading.people().persons.find((one) => one.active && one.id === id);
      if (!before) return fail('NOT_FOUND', 'There is no such person any more.');
      const person = { ...before, roleId: ADMIN, doctorId: null };
      return ok({ decisions: [], about: nobody, also: { persons: [{ person, pinHash }] }, answer: person });
    },
  };
}

function randomPin(): string {
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  return isWeakPin(pin) ? randomPin() : pin;
}
