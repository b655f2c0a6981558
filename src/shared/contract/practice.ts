import { z } from 'zod';
import { instantSchema } from '../model/time';
import { command, done, nothing } from './call';

/** The practice day: data of its own beside the clinic's, which stay as they are. */
export const practiceCalls = {
  /** Windows close and open anew on a fresh practice day. Errors: CONFLICT one is there already; FORBIDDEN not from here; UNAVAILABLE. */
  'practice.enter': command(nothing, done, ['staff']),
  /** Windows close and open anew on the clinic's data. Errors: CONFLICT; FORBIDDEN. */
  'practice.leave': command(nothing, done, ['staff', 'doctor']),
  /**
   * The clinic's data began as an earlier version's practice day: they are kept as the clinic's, or put aside whole.
   * Errors: CONFLICT they did not; FORBIDDEN; UNAVAILABLE.
   */
  'practice.settle': command(z.strictObject({ keep: z.boolean() }), done, ['staff']),
  /** Moves the standing clock forward; `now` is ISO 8601, in the clinic's time zone where it names none. */
  'training.setClock': command(
    z.strictObject({ now: z.string().max(40) }),
    z.object({ now: instantSchema }),
    ['staff'],
  ),
} as const;
