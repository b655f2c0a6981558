import { z } from 'zod';
import { tokenEventTypes } from './event';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { reasonSchema } from './reason';
import { slotTimesSchema } from './slot';
import { instantSchema } from './time';
import { statusSchema } from './token';

/** One step of the day, newest first: what Ctrl+Z takes back, and the history. */
export const recentChangeSchema = z.object({
  doctorId: doctorIdSchema,
  revision: z.int(),
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  /** How many others moved with it. */
  others: z.int(),
  canUndo: z.boolean(),
});
export type RecentChange = z.infer<typeof recentChangeSchema>;

/** One line of "why here?": what happened to a token, with its reason (R20). */
export const historyLineSchema = z.object({
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  status: statusSchema,
  slot: slotTimesSchema.nullable(),
  reason: reasonSchema,
  /** The other token of the reason: who gave way, or for whom. */
  otherNumber: z.string().nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;
