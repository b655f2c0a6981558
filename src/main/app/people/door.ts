import type { CheckedInput } from '../../../shared/contract';
import { fail, ok, type Result } from '../../../shared/result';
import { type Store, staying } from '../../store/store';
import type { Caller } from '../access/caller';
import { callsOf } from '../access/person-roles';
import { personsInUse } from '../access/persons';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { hashOfPin, isPin } from './pin';
import { atDoor, ofPersonAtDoor, type PinGuard } from './tries';
import { recordIfWrong } from './wrong-pin';

const KEY = staying.doorPin;
const IN_CLEAR = /^\d{4,8}$/;

/**
 * What a kiosk or a board asks of whoever wants to close it: who they are, where the clinic works with persons; else the
 * PIN that it chose for this. Where it chose none nobody closes it there, but staff can from a window of theirs. A
 * practice day asks for nothing, unless the clinic has a PIN: nobody in it is real.
 */
export type DoorAsks = 'person' | 'pin' | 'staff' | 'nothing';

export async function whatDoorAsks({
  store,
  practice = false,
}: Pick<Environment, 'store' | 'practice'>): Promise<DoorAsks> {
  if (personsInUse((await store.people()).persons)) return 'person';
  if (await hasDoorPin(store)) return 'pin';
  return practice ? 'nothing' : 'staff';
}

export async function hasDoorPin(store: Store): Promise<boolean> {
  return (await doorPin(store)) !== undefined;
}

/** Keeps a hash with a salt of its own; the PIN itself is written nowhere. */
export async function changeDoorPin(store: Store, pin: string): Promise<void> {
  await store.saveMeta(KEY, await hashOfPin(pin));
}

/** A PIN that an older version kept in clear is hashed. */
export async function hideDoorPin(store: Store): Promise<void> {
  await doorPin(store);
}

/** The hash; undefined: the clinic has chosen none. Versions before this came with one, which counts as none. */
export async function doorPin(store: Store): Promise<string | undefined> {
  const kept = await store.meta(KEY);
  if (kept === undefined || kept === '') return undefined;
  if (!IN_CLEAR.test(kept)) return kept;
  await changeDoorPin(store, kept);
  return doorPin(store);
}

/** A practice day is left like the clinic's own screens. */
export async function takeDoorPin(store: Store, hash: string | undefined): Promise<void> {
  if (hash !== undefined) await store.saveMeta(KEY, hash);
}

/** Whether the window it is typed in may close. Each screen has a count of its own, so that no tablet shuts out the others. */
export async function openDoor(
  call: Call,
  guard: PinGuard,
  typed: CheckedInput<'kiosk.leave'>,
): Promise<Result<null>> {
  const { caller, environment } = call;
  const { store } = environment;
  const asks = await whatDoorAsks(environment);
  if (asks === 'nothing') return ok(null);
  if (asks === 'staff') {
    const message = 'No PIN has been chosen yet. Staff can close this screen from a window of theirs.';
    return fail('FORBIDDEN', message, { reason: 'no_pin' });
  }
  const here = atDoor(whichDoor(caller));
  if (asks === 'person') return openForPerson(call, guard, typed, here);
  const right = await guard.compare([here], async () => isPin(typed.pin, await doorPin(store)));
  return recordIfWrong(call, null, right);
}

/** To whom nobody’s initials mean anything it is told no more than that the PIN is wrong. */
async function openForPerson(
  call: Call,
  guard: PinGuard,
  { initials, pin }: CheckedInput<'kiosk.leave'>,
  here: ReturnType<typeof atDoor>,
): Promise<Result<null>> {
  const { store } = call.environment;
  const { persons, roles } = await store.people();
  const person = persons.find((one) => one.active && one.initials === initials?.toUpperCase());
  const keys = person ? [ofPersonAtDoor(person.id), here] : [here];
  const right = await guard.compare(keys, async () => isPin(pin, person && (await store.pinHash(person.id))));
  if (!right.ok) return recordIfWrong(call, person?.id ?? null, right);
  if (!person || callsOf(person, roles).has('kiosk.leave')) return right;
  return fail('FORBIDDEN', `${person.name} may not close this screen.`, { reason: 'role' });
}

const whichDoor = ({ screen, device }: Caller): string => device?.id ?? screen;
