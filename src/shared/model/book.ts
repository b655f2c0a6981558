import { z } from 'zod';
import { doctorIdSchema } from './ids';
import { openingSchema, slotSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { tokenSchema } from './token';

/** One doctor's slots and tokens for one service day: the unit every rule decides in. */
export const bookSchema = z.object({
  doctorId: doctorIdSchema,
  serviceDay: serviceDaySchema,
  prefix: z.string(),
  status: openingSchema,
  /** Goes up by one with every change; a window that misses one fetches again. */
  revision: z.int().min(0),
  /** Calls so far today of tokens that were not held back (R19 counts them). */
  calls: z.int().min(0),
  /** R22: until when the doctor is on a break; null: none, or ended before its time. */
  breakUntil: instantSchema.nullable(),
  /** R22: what is left of the break is given back when it ends early; not once a delay was said meanwhile. */
  breakGivesBack: z.boolean(),
  /** R28: when a closed day was opened again. */
  reopenedAt: instantSchema.nullable(),
  /** Up to here numbers were given that the book knows nothing of: the data went back to a copy. Missing: none. */
  numbersGiven: z.object({ main: z.int().min(0), paper: z.int().min(0) }).optional(),
  slots: z.array(slotSchema).readonly(),
  tokens: z.array(tokenSchema).readonly(),
});

export type Book = z.infer<typeof bookSchema>;

export const bookKeySchema = bookSchema.pick({ doctorId: true, serviceDay: true });
export type BookKey = z.infer<typeof bookKeySchema>;

export function isSameBook(one: BookKey, other: BookKey): boolean {
  return one.doctorId === other.doctorId && one.serviceDay === other.serviceDay;
}
