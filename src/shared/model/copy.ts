import { z } from 'zod';
import { instantSchema, serviceDaySchema } from './time';

/** Why a copy was made. */
export const copyReasons = ['hour', 'day_closed', 'migration', 'hand'] as const;

const countSchema = z.int().min(0);

/** What is in a database: figures, and no name of any patient. */
export const copyContentSchema = z.object({
  /** As the database bears it; null: none does yet, or a version made it that did not say. */
  clinicId: z.string().nullable().default(null),
  clinicName: z.string(),
  timeZone: z.string(),
  schemaVersion: countSchema,
  doctors: countSchema,
  tokens: countSchema,
  events: countSchema,
  firstDay: serviceDaySchema.nullable(),
  lastDay: serviceDaySchema.nullable(),
  lastEventAt: instantSchema.nullable(),
});
export type CopyContent = z.infer<typeof copyContentSchema>;

/** What is known of a copy without opening it: it lies beside it as a file. */
export const copyFactsSchema = copyContentSchema.extend({
  madeAt: instantSchema,
  /** Null: it was made by hand, or by a version that did not say. */
  appVersion: z.string().nullable(),
  reason: z.enum(copyReasons).nullable(),
  /** Of the file as it lies there. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: countSchema,
  unpackedSize: countSchema,
  /** When it was last read back whole, and all of it was right; null: never. */
  provedAt: instantSchema.nullable(),
});
export type CopyFacts = z.infer<typeof copyFactsSchema>;
export type CopyReason = (typeof copyReasons)[number];

/**
 * What may be wrong with a copy, or with any file that should be a database:
 *
 * - `missing`: not there, or it cannot be read
 * - `not_a_database`, `damaged`, `truncated`: it is of no use, or not all of it is
 * - `newer`: of a newer version of the app
 * - `foreign`: a database of another program
 * - `wrong_passphrase`, `passphrase_missing`: it is encrypted
 * - `checksum`, `counts`: it is not what was written then
 */
export const copyProblems = [
  'missing',
  'not_a_database',
  'damaged',
  'truncated',
  'newer',
  'foreign',
  'wrong_passphrase',
  'passphrase_missing',
  'checksum',
  'counts',
] as const;
export const copyProblemSchema = z.enum(copyProblems);
export type CopyProblem = z.infer<typeof copyProblemSchema>;
