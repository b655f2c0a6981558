import type { Environment } from './environment';
import type { Handlers, WindowOpener } from './handlers';
import { checkInAtKiosk, findBookings, pinCheck } from './kiosk';

type Names = 'kiosk.findBookings' | 'kiosk.checkIn' | 'kiosk.leave';

/** What only the kiosk does. */
export function kioskHandlers(environment: Environment, windows: WindowOpener): Handlers<Names> {
  const checkPin = pinCheck(environment);
  return {
    'kiosk.findBookings': ({ query }) => findBookings(environment, query),
    'kiosk.checkIn': (input) => checkInAtKiosk(environment, input),
    'kiosk.leave': async ({ pin }) => {
      const right = await checkPin(pin);
      if (right.ok) windows.close('kiosk');
      return right;
    },
  };
}
