import { z } from 'zod';
import { closureSchema, leaveSchema } from './absence';
import { doctorSchema } from './doctor';
import { oneOffIdSchema } from './ids';
import { openingSchema, slotTimesSchema, slotViewSchema } from './slot';
import { serviceDaySchema } from './time';

const countsSchema = {
  /** Of the slots that are open, without those for emergencies. */
  seats: z.int(),
  /** R1. */
  used: z.int(),
  free: z.int(),
};

/** A stretch of the day with its slots as they are. */
export const sessionViewSchema = slotTimesSchema.extend({
  /** Of the week, of this day only, or added by hand as single slots. */
  kind: z.enum(['weekly', 'oneOff', 'byHand']),
  /** Takes a one-off session away again. */
  oneOffId: oneOffIdSchema.nullable(),
  /** Falls away as a whole: leave, or the clinic is closed. */
  isAway: z.boolean(),
  ...countsSchema,
  slots: z.array(slotViewSchema),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** A doctor's days, whether anything has happened on them or not. */
export const weekViewSchema = z.object({
  doctor: doctorSchema,
  days: z.array(
    z.object({
      serviceDay: serviceDaySchema,
      /** ISO: Monday is 1. */
      weekday: z.int(),
      status: openingSchema,
      leaves: z.array(leaveSchema),
      closures: z.array(closureSchema),
      sessions: z.array(sessionViewSchema),
      ...countsSchema,
      /** On the waiting list. */
      waiting: z.int(),
    }),
  ),
});
export type WeekView = z.infer<typeof weekViewSchema>;
