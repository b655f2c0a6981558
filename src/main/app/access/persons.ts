import { type AppEvent, type CallName, contract } from '../../../shared/contract';
import { ADMIN, type Person } from '../../../shared/model/person';
import { fail, ok, type Result } from '../../../shared/result';
import type { Environment } from '../environment';
import type { Caller } from './caller';
import { mayCall } from './calls';
import { callsOf, isOpenCall } from './person-roles';
import { type Roster, type Session, type Sessions, stationOf } from './sessions';

type Parts = Pick<Environment, 'store' | 'sessions' | 'clock'>;

/** Persons are in use as soon as there is an administrator; from then on there always is one. */
export function personsInUse(persons: readonly Person[]): boolean {
  return persons.some(isAdmin);
}

export function isAdmin({ active, roleId }: Person): boolean {
  return active && roleId === ADMIN;
}

/**
 * Whether somebody has to be signed in where this comes from. A kiosk, a board and what is only printed are stations and
 * no persons; a program acts as its device; the clock as itself.
 */
export function needsPerson({ role, screen, isProgram = false }: Caller): boolean {
  return (role === 'staff' || role === 'doctor') && screen !== 'clock' && !isProgram;
}

/** Somebody at a station, with what is allowed there. */
export interface OnDuty {
  readonly person: Person;
  readonly session: Session;
  readonly calls: ReadonlySet<string>;
}

/** Who is on at the caller's station, behind a cover or not; null: nobody who works here. */
export function whoIsAt(sessions: Sessions, roster: Roster, caller: Caller): OnDuty | null {
  const session = sessions.at(stationOf(caller));
  const person = roster.persons.find(({ id }) => id === session?.personId);
  if (!session || !person?.active) return null;
  return { person, session, calls: callsOf(person, roster.roles) };
}

/**
 * The caller with whoever is on there, if this call may be made. Where the clinic works with persons, every staff and
 * doctor's window needs one. Errors: FORBIDDEN, `details.reason` nobody_on or role.
 */
export async function admit(
  { store, sessions, clock }: Parts,
  name: CallName,
  caller: Caller,
): Promise<Result<Caller>> {
  if (!needsPerson(caller)) return ok(caller);
  const roster = await store.people();
  sessions.roster = roster;
  if (!personsInUse(roster.persons)) return ok(caller);
  const on = whoIsAt(sessions, roster, caller);
  if (!on || on.session.locked) return isOpenCall(name) ? ok(caller) : nobodyOn();
  const { person, calls } = on;
  if (!isOpenCall(name) && (!calls.has(name) || !fits(person, caller))) return notInRole(person);
  if (contract[name].kind === 'command') {
    sessions.change(stationOf(caller), { stirredAt: clock.elapsed(), shownAt: clock.now() });
  }
  return ok({ ...caller, person });
}

/** What may not be done is not looked at beforehand either. Errors: FORBIDDEN. */
export function mayLookAt(
  { sessions }: Pick<Parts, 'sessions'>,
  name: CallName,
  caller: Caller,
): Result<null> {
  const { role, person } = caller;
  if (!mayCall(name, role)) return fail('FORBIDDEN', 'This screen may not do that.');
  return person && !callsOf(person, sessions.roster.roles).has(name) ? notInRole(person) : ok(null);
}

/** A doctor's own tablet is for those who may see that doctor's patients. */
export function fits({ doctorId }: Person, { device }: Caller): boolean {
  return doctorId === null || !device?.doctorId || device.doctorId === doctorId;
}

/** What a locked station may still hear: that the day goes on, and that somebody signed in. */
const quiet: readonly AppEvent['type'][] = ['heartbeat', 'dayChanged', 'everythingChanged', 'personsChanged'];

/** An event as whoever is on there may hear it; null: not at all. */
export function heardAtStation(sessions: Sessions, caller: Caller, event: AppEvent): AppEvent | null {
  if (!needsPerson(caller) || quiet.includes(event.type) || !personsInUse(sessions.roster.persons))
    return event;
  const on = whoIsAt(sessions, sessions.roster, caller);
  if (!on || on.session.locked || !on.calls.has('books.view')) return null;
  const own = on.person.doctorId;
  if (own === null) return event;
  // Of a slip it is not known here whose patient's it is.
  if (event.type === 'printJobChanged') return null;
  return event.type === 'bookChanged' && event.doctorId !== own ? null : event;
}

function nobodyOn(): Result<never> {
  return fail('FORBIDDEN', 'Please sign in first.', { reason: 'nobody_on' });
}

function notInRole({ name }: Person): Result<never> {
  return fail('FORBIDDEN', `${name} may not do this. Ask somebody whose role allows it.`, { reason: 'role' });
}
