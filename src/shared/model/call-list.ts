import { z } from 'zod';
import { callListLineIdSchema, doctorIdSchema } from './ids';
import { slotTimesSchema } from './slot';
import { instantSchema, serviceDaySchema } from './time';
import { holderSchema } from './token';

/** Why a seat was lost. */
const lossCauses = ['emergency', 'slot_shrunk', 'slot_closed'] as const;

export const callListKinds = ['displaced', 'promoted', 'doctor_late', 'cancelled'] as const;

/** Somebody who is not here and must be told of a change: the call list. */
export const callListLineSchema = holderSchema.extend({
  id: callListLineIdSchema,
  kind: z.enum(callListKinds),
  at: instantSchema,
  serviceDay: serviceDaySchema,
  doctorId: doctorIdSchema,
  from: slotTimesSchema.nullable(),
  to: slotTimesSchema.nullable(),
  /** For displaced: why; null: not known, or nothing was lost. */
  because: z.enum(lossCauses).nullable(),
  /** For doctor_late: minutes later than printed. */
  delayMinutes: z.int(),
  /** When somebody ticked it off; null: still to do. */
  toldAt: instantSchema.nullable(),
});
export type CallListLine = z.infer<typeof callListLineSchema>;
