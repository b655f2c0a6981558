import { z } from 'zod';
import { byDoctor, command, done } from './call';

/** A doctor's day as a whole. */
export const doctorCalls = {
  /** R22: minutes late today; 0 takes it back. */
  'doctors.setDelay': command(byDoctor.extend({ minutes: z.int().min(0).max(720) }), done, [
    'staff',
    'doctor',
  ]),
} as const;
