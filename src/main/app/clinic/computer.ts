import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { whatDoorAsks } from '../people/door';

/** What the computer does by itself when the app starts: of whoever sits at it. */
export const computerHandlers: Handlers<'computer.read' | 'computer.change'> = {
  'computer.read': async ({ environment, caller }) =>
    ok(caller.device === undefined ? (environment.computer?.look() ?? null) : null),
  'computer.change': async ({ environment, caller }, wish) => {
    const { computer, log } = environment;
    if (computer === undefined || caller.device !== undefined)
      return fail('UNAVAILABLE', 'Please do this at the computer itself.');
    const locks = wish.station === 'kiosk' || wish.station === 'board';
    // Nobody who locks this computer's screen could open it again.
    if (locks && (await whatDoorAsks(environment)) === 'staff')
      return fail('CONFLICT', 'First choose the PIN that closes kiosk and board again.', {
        reason: 'no_pin',
      });
    try {
      computer.change(wish);
    } catch (error) {
      log.warn('what the computer does at the start could not be kept', error);
      return fail('UNAVAILABLE', 'This could not be saved. Is the disk full?');
    }
    environment.publish({ type: 'computerChanged' });
    return ok(computer.look());
  },
};
