import type { doctorCalls } from '../../../shared/contract/day';
import { endBreak, leaveEarly, setDelay, takeBreak } from '../../engine';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import { runBookCommand } from '../run/command';
import { closeBook, previewClosing, reopenBook } from './closing';
import { summarizeDay } from './summary';

/** A doctor's day as a whole. */
export function doctorHandlers(environment: Environment): Handlers<keyof typeof doctorCalls> {
  return {
    'doctors.setDelay': (input) =>
      runBookCommand(environment, 'doctors.setDelay', input, setDelay, { minutes: input.minutes }),
    'doctors.takeBreak': (input) =>
      runBookCommand(environment, 'doctors.takeBreak', input, takeBreak, { minutes: input.minutes }),
    'doctors.endBreak': (input) => runBookCommand(environment, 'doctors.endBreak', input, endBreak, {}),
    'doctors.leaveEarly': (input) =>
      runBookCommand(environment, 'doctors.leaveEarly', input, leaveEarly, { lastSlotId: input.lastSlotId }),
    'books.closePreview': (input) => previewClosing(environment, input),
    'books.close': (input) => closeBook(environment, input),
    'books.reopen': (input) => reopenBook(environment, input),
    'books.summary': (input) => summarizeDay(environment, input),
  };
}
