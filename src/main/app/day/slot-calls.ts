import type { slotCalls } from '../../../shared/contract/slots';
import { changeSlot, closeSlot, reopenSlot } from '../../engine';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import { runBookCommand } from '../run/command';

/** What staff do with slots. */
export function slotHandlers(environment: Environment): Handlers<keyof typeof slotCalls> {
  return {
    'slots.close': (input) =>
      runBookCommand(environment, 'slots.close', input, closeSlot, { slotId: input.slotId }),
    'slots.reopen': (input) =>
      runBookCommand(environment, 'slots.reopen', input, reopenSlot, { slotId: input.slotId }),
    'slots.change': (input) => {
      const { slotId, capacity } = input;
      return runBookCommand(environment, 'slots.change', input, changeSlot, { slotId, capacity });
    },
  };
}
