import { clockAnswerSchema } from '../model/clock';
import { command, done } from './call';

/** R35: the clock, where it is doubted; the question itself is in `app.status`. */
export const clockCalls = {
  /** Which time is right. Errors: CONFLICT it has been answered, or is another question by now; INVALID_INPUT. */
  'clock.answer': command(clockAnswerSchema, done, ['staff']),
} as const;
