import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import type { WindowOpener } from '../outside/windows';
import { changeDoorPin, hasDoorPin, openDoor, whatDoorAsks } from '../people/door';
import type { PinGuard } from '../people/tries';
import type { Commands } from '../run/plan';
import { checkInAtKiosk, findBookings } from './bookings';

export const kioskCommands = { 'kiosk.checkIn': checkInAtKiosk } satisfies Commands;

/** What only the kiosk does, and how staff get out of it. */
export function kioskHandlers(
  environment: Environment,
  windows: WindowOpener,
  guard: PinGuard,
): Handlers<'kiosk.findBookings' | 'kiosk.leave' | 'kiosk.door' | 'kiosk.pin' | 'kiosk.changePin'> {
  return {
    'kiosk.findBookings': (call, { query }) => findBookings(call, query),
    'kiosk.door': async () => ok({ asks: await whatDoorAsks(environment) }),
    'kiosk.leave': async (call, typed) => {
      const opened = await openDoor(call, guard, typed);
      if (!opened.ok) return opened;
      windows.close(call.caller.role === 'board' ? 'board' : 'kiosk');
      return ok({});
    },
    'kiosk.pin': async () =>
      ok({ isSet: await hasDoorPin(environment.store), asks: await whatDoorAsks(environment) }),
    'kiosk.changePin': async (_call, { pin }) => {
      await changeDoorPin(environment.store, pin);
      environment.publish({ type: 'everythingChanged' });
      return ok({});
    },
  };
}
