import { z } from 'zod';
import { auditFaultSchema, auditLineSchema, auditPlaceSchema } from '../model/audit';
import { reasonCodeSchema } from '../model/given-reason';
import { doctorIdSchema, personIdSchema, tokenIdSchema } from '../model/ids';
import { instantSchema, serviceDaySchema } from '../model/time';
import { command, pageLimit, query } from './call';

/** Which lines: those that fit everything given. */
const wanted = z.strictObject({
  personId: personIdSchema.optional(),
  doctorId: doctorIdSchema.optional(),
  tokenId: tokenIdSchema.optional(),
  /** A token by its number, of the day `from`. */
  number: z.string().trim().max(20).optional(),
  kind: z.string().max(60).optional(),
  /** Written on these service days and between them. */
  from: serviceDaySchema.optional(),
  to: serviceDaySchema.optional(),
});

const days = z.strictObject({ from: serviceDaySchema.optional(), to: serviceDaySchema.optional() });

/** A line with what its ids are called today. */
export const auditViewSchema = auditLineSchema.extend({
  number: z.string().nullable(),
  doctorName: z.string().nullable(),
  deviceName: z.string().nullable(),
  personName: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditViewSchema>;

/** Who did and looked at what. */
export const auditCalls = {
  /** The latest first: the first `limit` of them, or of those before the line `cursor`. Fewer than `limit`: there are no more. */
  'audit.list': query(
    wanted.extend({ limit: pageLimit, cursor: z.int().min(1).optional() }),
    z.object({
      /** When the first line was written; what was done before stands with each token alone. */
      since: instantSchema.nullable(),
      lines: z.array(auditViewSchema),
    }),
    ['staff'],
  ),
  /** Saves the same lines as CSV in the folder for exports. Errors: UNAVAILABLE. */
  'audit.export': command(wanted, z.object({ path: z.string(), lines: z.int() }), ['staff']),
  /** Checks some lines of the chain from a place known to be good (null: the beginning). Asked again until `isEnd`. */
  'audit.verify': query(
    z.strictObject({ from: auditPlaceSchema.nullable() }),
    z.object({
      good: auditPlaceSchema,
      last: auditPlaceSchema,
      fault: auditFaultSchema.nullable(),
      isEnd: z.boolean(),
    }),
    ['staff'],
  ),
  /** How often each reason was given for what. Default: all days. */
  'audit.reasons': query(
    days,
    z.array(z.object({ kind: z.string(), code: reasonCodeSchema, count: z.int() })),
    ['staff'],
  ),
} as const;
