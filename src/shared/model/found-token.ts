import { z } from 'zod';
import { doctorSchema } from './doctor';
import { slotTimesSchema } from './slot';
import { serviceDaySchema } from './time';
import { tokenSchema } from './token';
import { waitRangeSchema } from './wait';

/** A token found by number, name, phone or the code on its slip. */
export const foundTokenSchema = z.object({
  token: tokenSchema,
  doctor: doctorSchema,
  slot: slotTimesSchema.nullable(),
  wait: waitRangeSchema.nullable(),
});
export type FoundToken = z.infer<typeof foundTokenSchema>;

/** What anybody with a scanner may learn of a slip: its number, and whom to send the patient to. */
export const whoseTokenSchema = z.object({
  number: z.string(),
  serviceDay: serviceDaySchema,
  doctorName: z.string(),
  room: z.string(),
});
export type WhoseToken = z.infer<typeof whoseTokenSchema>;
