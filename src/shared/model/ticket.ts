import { z } from 'zod';
import { alsoWithSchema } from './also-with';
import { doctorSchema } from './doctor';
import { otherwiseSchema, tokenWarningSchema } from './otherwise';
import { slipPaymentSchema } from './payment';
import { printedLinkSchema } from './phones-settings';
import { slipPrintSchema } from './print-job';
import { reasonSchema } from './reason';
import { slotViewSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { tokenSchema } from './token';
import { waitRangeSchema } from './wait';

/** What a slip shows, and the patient's own screen after issue. */
export const ticketSchema = z.object({
  token: tokenSchema,
  clinicName: z.string(),
  timeZone: z.string(),
  doctor: doctorSchema,
  slot: slotViewSchema.pick({ startMinute: true, endMinute: true }).nullable(),
  /** How many will be called before this token, as things stand. */
  ahead: z.int(),
  /** From now; null: not called again, or nothing to tell by. */
  wait: waitRangeSchema.nullable(),
  /** When this was so: what `wait` counts from. */
  now: instantSchema,
  reason: reasonSchema,
  /** Said, not refused. */
  warnings: z.array(tokenWarningSchema),
  /** What else there is; null: today is enough. */
  otherwise: otherwiseSchema.nullable(),
  /** R27: with whom else the patient is that day, by time. */
  alsoWith: z.array(alsoWithSchema),
  /** R21: the slip that this one takes the place of: of another doctor, or of another day; null: none. */
  replaces: z.object({ number: z.string(), serviceDay: serviceDaySchema }).nullable(),
  /** What it costs and what was paid; null: no fees are used, or nothing is to be said of any. */
  payment: slipPaymentSchema.nullable(),
  print: slipPrintSchema,
  /** Where the patient's own phone shows it; missing: nowhere. */
  phone: printedLinkSchema.optional(),
});
export type Ticket = z.infer<typeof ticketSchema>;
