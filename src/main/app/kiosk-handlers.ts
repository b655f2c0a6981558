import type { kioskCalls } from '../../shared/contract/kiosk';
import type { Environment } from './environment';
import type { Handlers, WindowOpener } from './handlers';
import { checkInAtKiosk, findBookings, pinCheck } from './kiosk';

/** What only the kiosk does. */
export function kioskHandlers(
  environment: Environment,
  windows: WindowOpener,
): Handlers<keyof typeof kioskCalls> {
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
