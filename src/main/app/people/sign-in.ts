import type { CheckedInput } from '../../../shared/contract';
import type { Person, WhoIsOn } from '../../../shared/model/person';
import { fail, ok, type Result } from '../../../shared/result';
import { fits } from '../access/persons';
import { type Sessions, stationOf } from '../access/sessions';
import type { Call } from '../call';
import type { Clock } from '../time/clock';
import { hashOfPin, isPin } from './pin';
import { atStation, ofPerson, type PinGuard } from './tries';
import { whoIsOn } from './who';
import { recordIfWrong } from './wrong-pin';

/** When somebody last did something, by both clocks. */
export const stirring = (clock: Clock): { stirredAt: number; shownAt: number } => ({
  stirredAt: clock.elapsed(),
  shownAt: clock.now(),
});

/** Puts somebody on at this station; see the contract. */
export async function signIn(
  call: Call,
  guard: PinGuard,
  { personId, initials, pin }: CheckedInput<'persons.signIn'>,
): Promise<Result<WhoIsOn>> {
  const { caller, environment, now } = call;
  const { store, sessions, clock, publish } = environment;
  if (caller.isProgram) return fail('FORBIDDEN', 'A program acts as its device; nobody signs in there.');
  const { persons } = await store.people();
  const isMeant = (one: Person): boolean =>
    personId === undefined ? one.initials === initials : one.id === personId;
  const person = persons.find((one) => one.active && isMeant(one));
  if (!person) return fail('NOT_FOUND', 'Nobody who works here has these initials.', { field: 'initials' });
  if (!fits(person, caller)) return fail('FORBIDDEN', 'This tablet is another doctor’s.', { reason: 'role' });
  const station = stationOf(caller);
  const right = await guard.compare([ofPerson(person.id), atStation(station)], async () =>
    isPin(pin, await store.pinHash(person.id)),
  );
  if (!right.ok) return recordIfWrong(call, person.id, right);
  sessions.begin(station, {
    personId: person.id,
    since: sinceWhen(sessions, call, person.id, now),
    ...stirring(clock),
  });
  publish({ type: 'personsChanged' });
  return ok(await whoIsOn(call));
}

/** Who takes the cover off has been on since before. */
function sinceWhen(sessions: Sessions, { caller }: Call, personId: string, now: number): number {
  const before = sessions.at(stationOf(caller));
  return before?.personId === personId ? before.since : now;
}

/** One's own PIN, by who knows the old one. */
export async function newPinFor(
  call: Call,
  guard: PinGuard,
  { pin, newPin }: CheckedInput<'persons.changeOwnPin'>,
): Promise<Result<string>> {
  const {
    caller: { person },
    environment: { store },
  } = call;
  if (!person) return fail('NOT_FOUND', 'Nobody is signed in here.');
  const right = await guard.compare([ofPerson(person.id)], async () =>
    isPin(pin, await store.pinHash(person.id)),
  );
  return right.ok ? ok(await hashOfPin(newPin)) : recordIfWrong(call, person.id, right);
}
