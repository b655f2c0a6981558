import { z } from 'zod';
import { doctorIdSchema, noticeIdSchema, tokenIdSchema } from './ids';
import { slotTimesSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';

/** Why a seat was lost. */
const lossCauses = ['emergency', 'slot_shrunk', 'slot_closed'] as const;

export const noticeKinds = ['displaced', 'promoted', 'doctor_late', 'cancelled'] as const;

/** Somebody who is not here and must be told of a change: the call list. */
export const noticeSchema = z.object({
  id: noticeIdSchema,
  kind: z.enum(noticeKinds),
  at: instantSchema,
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  tokenId: tokenIdSchema,
  number: z.string(),
  patientName: z.string(),
  patientContact: z.string(),
  from: slotTimesSchema.nullable(),
  to: slotTimesSchema.nullable(),
  /** For displaced: why; null: not known, or nothing was lost. */
  because: z.enum(lossCauses).nullable(),
  /** For doctor_late: minutes later than printed. */
  delayMinutes: z.int(),
  /** When somebody ticked it off; null: still to do. */
  toldAt: instantSchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;
