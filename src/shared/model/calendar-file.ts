import { z } from 'zod';
import { minuteOfDaySchema, serviceDaySchema } from './time';

/** What a calendar file has, as days on which the clinic would be closed. */
export const calendarFileSchema = z.object({
  /** In order; of what is repeated one each time. */
  entries: z.array(
    z.object({
      /** Empty: the file gives none. */
      name: z.string(),
      from: serviceDaySchema,
      to: serviceDaySchema,
      startMinute: minuteOfDaySchema.nullable(),
      endMinute: minuteOfDaySchema.nullable(),
      /** The clinic is closed then already. */
      isKnown: z.boolean(),
    }),
  ),
  /** What is left out, and how many of each. */
  left: z.object({ past: z.int(), later: z.int(), cancelled: z.int(), long: z.int() }),
});
export type CalendarFile = z.infer<typeof calendarFileSchema>;
