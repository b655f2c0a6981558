import { z } from 'zod';
import { tokenEventTypes } from './event';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { reasonSchema } from './reason';
import { slotTimesSchema } from './slot';
import { instantSchema } from './time';
import { cancelReasonSchema, statusSchema } from './token';

/** One step of the day, newest first: what Ctrl+Z takes back, and the history. */
/** What a correction was of: what is said of the patient, the kind of visit, or only who that is in the register. */
const correctedSchema = z.enum(['said', 'source', 'patient']);
export type Corrected = z.infer<typeof correctedSchema>;

export const recentChangeSchema = z.object({
  doctorId: doctorIdSchema,
  revision: z.int(),
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  /** Of a token that was cancelled, or not seen by the end of the day: how; null: neither. */
  cancelReason: cancelReasonSchema.nullable(),
  /** Null: it is no correction. */
  corrected: correctedSchema.nullable(),
  /** How many others moved with it. */
  others: z.int(),
  /** To how many others the same was done in one go, such as by closing the day. */
  alike: z.int(),
  /** The name of who did it; null: the clock, or nobody signs in there. */
  personName: z.string().nullable(),
  canUndo: z.boolean(),
});
export type RecentChange = z.infer<typeof recentChangeSchema>;

/** One line of "why here?": what happened to a token, with its reason (R20). */
export const historyLineSchema = z.object({
  at: instantSchema,
  type: z.enum(tokenEventTypes),
  status: statusSchema,
  /** Of a token that was cancelled, or not seen by the end of the day: how; null: neither. */
  cancelReason: cancelReasonSchema.nullable(),
  /** Null: it is no correction. */
  corrected: correctedSchema.nullable(),
  slot: slotTimesSchema.nullable(),
  reason: reasonSchema,
  /** The other token of the reason: who gave way, or for whom. */
  otherNumber: z.string().nullable(),
  /** The name of who did it; null: the clock, or nobody signs in there. */
  personName: z.string().nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;
