import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { whatDoorAsks } from '../people/door';

/** What the computer does by itself when the app starts: of whoever sits at it. */
export const computerHandlers: Handlers<'computer.read' | 'computer.change'> = {
  'computer.read': async ({ environment, caller }) =>
    ok(caller.device === undefined ? (environment.computer?.look() ?? null) : null),
  'computer.change': async ({ environment, caller }, wish) => {
    const { computer, log, store } = environment;
    if (computer === undefined || caller.device !== undefined)
      return fail('UNAVAILABLE', 'Please do this at the computer itself.');
    const reception = wish.reception === undefined ? computer.look().reception : wish.reception;
    // Of another computer's kiosk or board that one knows the PIN.
    const locks = reception === null && (wish.station === 'kiosk' || wish.station === 'board');
    // Nobody who locks this computer's screen could open it again.
    if (locks && (await whatDoorAsks(environment)) === 'staff')
      return fail('CONFLICT', 'First choose the PIN that closes kiosk and board again.', {
        reason: 'no_pin',
      });
    const found = wish.reception
      ? await computer.findReception(wish.reception, (await store.settings()).network.port)
      : null;
    if (found === 'none')
      return fail('UNAVAILABLE', 'No computer with OPD Tokens answers at this address.', {
        reason: 'no_reception',
      });
    if (found === 'itself')
      return fail('CONFLICT', 'This is the address of this computer itself.', { reason: 'itself' });
    try {
      computer.change(found === null ? wish : { ...wish, reception: found.origin });
    } catch (error) {
      log.warn('what the computer does at the start could not be kept', error);
      return fail('UNAVAILABLE', 'This could not be saved. Is the disk full?');
    }
    environment.publish({ type: 'computerChanged' });
    return ok(computer.look());
  },
};
