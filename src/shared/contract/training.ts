import { z } from 'zod';
import { instantSchema } from '../model/time';
import { command } from './call';

/** Practice with a clock that stands still, for repeatable tests: only where the program was started for training. */
export const trainingCalls = {
  /** Moves the standing clock forward; `now` is ISO 8601, in the clinic's time zone where it names none. */
  'training.setClock': command(
    z.strictObject({ now: z.string().max(40) }),
    z.object({ now: instantSchema }),
    ['staff'],
  ),
} as const;
