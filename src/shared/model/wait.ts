import { z } from 'zod';
import { instantSchema } from './time';

/**
 * Whether it lies within the doctor's hours: `yes`; `maybe`: some of it does not, or the hours are over and people are
 * still being seen; `no`: nothing of it does.
 */
export const waitTodaySchema = z.enum(['yes', 'maybe', 'no']);
export type WaitToday = z.infer<typeof waitTodaySchema>;

/** A wait from now, as a range to show; never a promise. Never before it can end, nor after the doctor's hours. */
export const waitRangeSchema = z.object({
  /** Multiples of 5. */
  fromMinutes: z.int(),
  toMinutes: z.int(),
  /** The same by the clock, on the five minutes. */
  from: instantSchema,
  to: instantSchema,
  today: waitTodaySchema,
});
export type WaitRange = z.infer<typeof waitRangeSchema>;
