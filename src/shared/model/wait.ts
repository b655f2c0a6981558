import { z } from 'zod';

/** A wait from now, as a range to show; never a promise. Multiples of 5. */
export const waitRangeSchema = z.object({ fromMinutes: z.int(), toMinutes: z.int() });
export type WaitRange = z.infer<typeof waitRangeSchema>;
