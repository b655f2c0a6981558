import type { kioskCalls } from '../../../shared/contract/kiosk';
import { ok } from '../../../shared/result';
import type { Handlers, WindowOpener } from '../call';
import { refuseUnmanaged } from '../devices/calls';
import type { Environment } from '../environment';
import { checkInAtKiosk, findBookings } from './bookings';
import { changePin, isFactoryPin, pinCheck } from './pin';

/** What only the kiosk does, and how staff get out of it. */
export function kioskHandlers(
  environment: Environment,
  windows: WindowOpener,
): Handlers<keyof typeof kioskCalls> {
  const checkPin = pinCheck(environment);
  return {
    'kiosk.findBookings': ({ query }) => findBookings(environment, query),
    'kiosk.checkIn': (input) => checkInAtKiosk(environment, input),
    'kiosk.leave': async ({ pin }, caller) => {
      const right = await checkPin(pin, caller);
      if (right.ok) windows.close(caller.role === 'board' ? 'board' : 'kiosk');
      return right;
    },
    'kiosk.pin': async (_input, caller) =>
      refuseUnmanaged(caller) ?? ok({ isFactory: await isFactoryPin(environment.store) }),
    'kiosk.changePin': async ({ pin }, caller) => {
      const refused = refuseUnmanaged(caller);
      if (refused !== null) return refused;
      await changePin(environment.store, pin);
      environment.publish({ type: 'everythingChanged' });
      return ok({});
    },
  };
}
