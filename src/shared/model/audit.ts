import { z } from 'zod';
import { actorSchema } from './actor';
import { givenReasonSchema } from './given-reason';
import { doctorIdSchema, tokenIdSchema } from './ids';
import { instantSchema, serviceDaySchema } from './time';

/**
 * One line of the audit: who did or looked at what, when, from where, and why. Ids and figures only: no patient's name
 * and no phone, so that the line stays when a patient is erased.
 */
export const auditLineSchema = z.object({
  /** 1, 2, 3 … without a gap. */
  id: z.int(),
  at: instantSchema,
  /** What it was: see `audited`. Lines of a later version may have kinds that this one does not know. */
  kind: z.string(),
  by: actorSchema,
  doctorId: doctorIdSchema.nullable(),
  serviceDay: serviceDaySchema.nullable(),
  tokenId: tokenIdSchema.nullable(),
  /** Why, as whoever did it said; the words are gone once the patient is erased. */
  reason: givenReasonSchema.nullable(),
  details: z.record(z.string(), z.json()),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

/** A place in the chain: the line, and its hash. */
export const auditPlaceSchema = z.strictObject({ id: z.int().min(0), hash: z.string() });
export type AuditPlace = z.infer<typeof auditPlaceSchema>;

/**
 * How a chain is broken at a line:
 *
 * - `changed`: the line is not as it was written, or stands in another’s place
 * - `missing`: there is no line of this number, but later ones
 * - `cut_off`: the lines from this one to the last that was written are gone
 * - `added`: there are lines after the last that was written
 */
export const auditFaultSchema = z.object({
  id: z.int(),
  kind: z.enum(['changed', 'missing', 'cut_off', 'added']),
  /** When the line says that it was written, if there is one. */
  at: instantSchema.nullable(),
});
export type AuditFault = z.infer<typeof auditFaultSchema>;
