import { type CallName, contract } from '../../../shared/contract';
import type { WhoIsOn } from '../../../shared/model/person';
import type { Caller } from '../access/caller';
import { about, mayCall } from '../access/calls';
import { ownDoctorOf } from '../access/own';
import { fits, needsPerson, type OnDuty, personsInUse, whoIsAt } from '../access/persons';
import type { Call } from '../call';

const everyCall = Object.keys(contract) as CallName[];

/** Who is on where this comes from, and what may be done there. */
export async function whoIsOn({ environment, caller, settings }: Call): Promise<WhoIsOn> {
  const { store, sessions } = environment;
  const roster = await store.people();
  const { lockAfterMinutes } = settings.people;
  const inUse = needsPerson(caller) && personsInUse(roster.persons);
  const nobody = { inUse, person: null, lockedBy: null, calls: inUse ? [] : null, lockAfterMinutes };
  const on = inUse ? whoIsAt(sessions, roster, caller) : null;
  if (!on) return nobody;
  const { id, name, initials } = on.person;
  if (on.session.locked) return { ...nobody, lockedBy: { id, name, initials } };
  return { ...nobody, person: on.person, calls: callsAt(on, caller) };
}

/** What the role allows and the window may, without what is never for those who see one doctor's patients. */
function callsAt({ person, calls }: OnDuty, caller: Caller): string[] {
  if (!fits(person, caller)) return [];
  const isLimited = ownDoctorOf({ ...caller, person }) !== null;
  return everyCall.filter(
    (name) => calls.has(name) && mayCall(name, caller.role) && !(isLimited && about[name] === 'closed'),
  );
}
