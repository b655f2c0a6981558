import type { doctorCalls } from '../../shared/contract/doctor';
import { setDelay } from '../engine';
import { runBookCommand } from './commands';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** A doctor's day as a whole. */
export function doctorHandlers(environment: Environment): Handlers<keyof typeof doctorCalls> {
  return {
    'doctors.setDelay': (input) =>
      runBookCommand(environment, 'doctors.setDelay', input, setDelay, { minutes: input.minutes }),
  };
}
