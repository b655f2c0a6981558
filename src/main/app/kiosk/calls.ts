import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import type { WindowOpener } from '../outside/windows';
import type { Commands } from '../run/plan';
import { checkInAtKiosk, findBookings } from './bookings';
import { changePin, isFactoryPin, pinCheck } from './pin';

export const kioskCommands = { 'kiosk.checkIn': checkInAtKiosk } satisfies Commands;

/** What only the kiosk does, and how staff get out of it. */
export function kioskHandlers(
  environment: Environment,
  windows: WindowOpener,
): Handlers<'kiosk.findBookings' | 'kiosk.leave' | 'kiosk.pin' | 'kiosk.changePin'> {
  const checkPin = pinCheck(environment);
  return {
    'kiosk.findBookings': (call, { query }) => findBookings(call, query),
    'kiosk.leave': async ({ caller }, { pin }) => {
      const right = await checkPin(pin, caller);
      if (right.ok) windows.close(caller.role === 'board' ? 'board' : 'kiosk');
      return right;
    },
    'kiosk.pin': async () => ok({ isFactory: await isFactoryPin(environment.store) }),
    'kiosk.changePin': async (_call, { pin }) => {
      await changePin(environment.store, pin);
      environment.publish({ type: 'everythingChanged' });
      return ok({});
    },
  };
}
