import type { CheckedInput } from '../../../shared/contract';
import type { peopleCalls } from '../../../shared/contract/people';
import type { Person, Station } from '../../../shared/model/person';
import { fail, ok } from '../../../shared/result';
import { builtInPersonRoles } from '../access/person-roles';
import { needsPerson, personsInUse } from '../access/persons';
import { stationOf } from '../access/sessions';
import type { Call, Handlers } from '../call';
import { type Commands, nobody, type Plan } from '../run/plan';
import { runPlan } from '../run/run';
import { savePerson } from './save-person';
import { removeRole, saveRole } from './save-role';
import { newPinFor, signIn, stirring } from './sign-in';
import { ofPerson, type PinGuard } from './tries';
import { whoIsOn } from './who';

export const peopleCommands = { 'roles.save': saveRole, 'roles.remove': removeRole } satisfies Commands;

type Names = Exclude<keyof typeof peopleCalls, keyof typeof peopleCommands>;

/** Persons, and who is on where. */
export function peopleHandlers(guard: PinGuard): Handlers<Names> {
  return {
    'persons.who': async (call) => ok(await whoIsOn(call)),
    'persons.names': async ({ environment: { store } }) => {
      const working = (await store.people()).persons.filter(({ active }) => active);
      return ok(working.map(({ id, name, initials }) => ({ id, name, initials })));
    },
    'persons.signIn': (call, wish) => signIn(call, guard, wish),
    'persons.signOut': async ({ environment: { sessions, publish }, caller }) => {
      sessions.end(stationOf(caller));
      publish({ type: 'personsChanged' });
      return ok({});
    },
    'persons.lock': async ({ environment: { sessions, publish }, caller }) => {
      sessions.change(stationOf(caller), { locked: true });
      publish({ type: 'personsChanged' });
      return ok({});
    },
    // Through the door is enough: every command there stirs.
    'persons.stir': async () => ok({}),
    'persons.changeOwnPin': async (call, wish) => {
      const pinHash = await newPinFor(call, guard, wish);
      return pinHash.ok ? runPlan(call, ownPin(call, pinHash.value)) : pinHash;
    },
    'persons.list': async ({ environment: { store } }) => ok([...(await store.people()).persons]),
    'persons.save': async (call, wish) => {
      const wasInUse = personsInUse((await call.environment.store.people()).persons);
      const plan = await savePerson(call, wish);
      const saved = plan.ok ? await runPlan(call, plan.value) : plan;
      if (saved.ok) await followed(call, guard, wish, saved.value, wasInUse);
      return saved;
    },
    'roles.list': async ({ environment: { store } }) => {
      const { persons, roles } = await store.people();
      const count = (id: string): number => persons.filter((one) => one.active && one.roleId === id).length;
      return ok([
        ...builtInPersonRoles.map((role) => ({ ...role, builtIn: true, persons: count(role.id) })),
        ...roles.map((role) => ({ ...role, builtIn: false, persons: count(role.id) })),
      ]);
    },
    'stations.list': async (call) => ok(await stations(call)),
    'stations.signOut': async ({ environment: { sessions, publish } }, { station }) => {
      sessions.end(station);
      publish({ type: 'personsChanged' });
      return ok({});
    },
  };
}

/**
 * Who makes the first administrator is that one, and goes on working. Whoever is gone, or has another PIN, is on
 * nowhere any more, but where the change was made; a new PIN is not held up by wrong ones.
 */
async function followed(
  { caller, now, environment }: Call,
  guard: PinGuard,
  wish: CheckedInput<'persons.save'>,
  person: Person,
  wasInUse: boolean,
): Promise<void> {
  const { store, sessions, clock, publish } = environment;
  // Events are heard by it at once, though nobody makes another call.
  sessions.roster = await store.people();
  const here = stationOf(caller);
  if (!wasInUse && needsPerson(caller))
    sessions.begin(here, { personId: person.id, since: now, ...stirring(clock) });
  for (const [station, { personId }] of sessions.all()) {
    const ends = !person.active || (wish.pin !== undefined && station !== here);
    if (personId === person.id && ends) sessions.end(station);
  }
  if (wish.pin !== undefined) await guard.forgive(ofPerson(person.id));
  publish({ type: 'personsChanged' });
}

/** Errors: FORBIDDEN whoever it was does not work here any more. */
function ownPin({ caller }: Call, pinHash: string): Plan<Record<string, never>> {
  return {
    books: [],
    everyPerson: true,
    decide: (_books, { reading }): ReturnType<Plan<Record<string, never>>['decide']> => {
      const person = reading.people().persons.find(({ id, active }) => active && id === caller.person?.id);
      if (!person) return fail('FORBIDDEN', 'Please sign in first.', { reason: 'nobody_on' });
      return ok({ decisions: [], about: nobody, also: { persons: [{ person, pinHash }] }, answer: {} });
    },
  };
}

/** Devices that were shut out are no stations any more. */
async function stations({ environment: { store, sessions } }: Call): Promise<Station[]> {
  const [devices, { persons }] = [await store.devices(), await store.people()];
  return sessions.all().flatMap(([station, { personId, since, locked }]) => {
    const device = devices.find(({ id }) => id === station);
    const person = persons.find(({ id, active }) => active && id === personId);
    if (!person || (station !== 'here' && (!device || device.revokedAt !== null))) return [];
    const { id, name, initials } = person;
    return [{ station, name: device?.name ?? null, person: { id, name, initials }, since, locked }];
  });
}
