import type { doctorCalls } from '../../shared/contract/doctor';
import { leaveEarly, setDelay } from '../engine';
import { endBreak, takeBreak } from './breaks';
import { closeBook, previewClosing } from './closing';
import { runBookCommand } from './commands';
import { summarizeDay } from './day-summary';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** A doctor's day as a whole. */
export function doctorHandlers(environment: Environment): Handlers<keyof typeof doctorCalls> {
  return {
    'doctors.setDelay': (input) =>
      runBookCommand(environment, 'doctors.setDelay', input, setDelay, { minutes: input.minutes }),
    'doctors.takeBreak': (input) => takeBreak(environment, input),
    'doctors.endBreak': (input) => endBreak(environment, input),
    'doctors.leaveEarly': (input) =>
      runBookCommand(environment, 'doctors.leaveEarly', input, leaveEarly, { lastSlotId: input.lastSlotId }),
    'books.closePreview': (input) => previewClosing(environment, input),
    'books.close': (input) => closeBook(environment, input),
    'books.summary': (input) => summarizeDay(environment, input),
  };
}
