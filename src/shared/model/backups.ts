import { z } from 'zod';
import { copyFactsSchema, copyProblemSchema } from './copy';
import { instantSchema, serviceDaySchema } from './time';

/**
 * Why no copy could be made in a place:
 *
 * - `gone`: the folder is not there: the stick was pulled, the network is down
 * - `no_room`, `denied`: it is there, but cannot take it
 * - `no_answer`: nothing happens there for minutes
 * - `no_passphrase`: it is to be encrypted, and no passphrase is set
 * - `not_proved`: what was written does not read back as it should
 * - `failed`: something else; the log knows more
 */
export const placeProblems = [
  'gone',
  'no_room',
  'denied',
  'no_answer',
  'no_passphrase',
  'not_proved',
  'failed',
] as const;
export const placeProblemSchema = z.enum(placeProblems);
export type PlaceProblem = z.infer<typeof placeProblemSchema>;

/** Where copies are kept, and how it stands there. */
export const backupPlaceSchema = z.object({
  folder: z.string(),
  /** In the folder of the data; the others are elsewhere. */
  isOwn: z.boolean(),
  limitMb: z.int(),
  encrypted: z.boolean(),
  /** As it was when somebody last looked there. */
  copies: z.int(),
  usedBytes: z.int(),
  /** Null: it is not known. */
  freeBytes: z.int().nullable(),
  /** When the latest copy was made that was read back whole and was right; null: there is none. */
  lastProvedAt: instantSchema.nullable(),
  problem: placeProblemSchema.nullable(),
  /** Since when. */
  problemAt: instantSchema.nullable(),
  /** Something has changed since, and more than a day has passed. */
  isOld: z.boolean(),
});
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

/** The newest copy, put back on trial. */
export const backupTrialSchema = z.object({
  at: instantSchema,
  /** When the copy was made. */
  madeAt: instantSchema,
  tokens: z.int(),
  lastDay: serviceDaySchema.nullable(),
  /** Null: it went well. */
  problem: z.enum([...copyProblemSchema.options, ...placeProblems]).nullable(),
});
export type BackupTrial = z.infer<typeof backupTrialSchema>;

/** What somebody must see to, the worst first; null: nothing. */
export const backupWarningSchema = z.enum(['none_yet', 'trial', ...placeProblems, 'old']).nullable();
export type BackupWarning = z.infer<typeof backupWarningSchema>;

export const backupStatusSchema = z.object({
  places: z.array(backupPlaceSchema),
  /** Of all places. */
  lastProvedAt: instantSchema.nullable(),
  warning: backupWarningSchema,
  /** The next hour at which a copy is made, if anything changes until then. */
  nextAt: instantSchema,
  /** What is being done, from 0 to 1; null: nothing. */
  running: z.object({ work: z.enum(['copy', 'prove', 'trial']), part: z.number() }).nullable(),
  trial: backupTrialSchema.nullable(),
  hasPassphrase: z.boolean(),
  /** Whoever asks sits at the computer that keeps the data, and may choose a folder there. */
  canChoose: z.boolean(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

/** What came of a copy that was asked for: it is proved everywhere else. */
export const copiesMadeSchema = z.object({
  failed: z
    .array(z.object({ folder: z.string(), isOwn: z.boolean(), problem: placeProblemSchema }))
    .readonly(),
});
export type CopiesMade = z.infer<typeof copiesMadeSchema>;

/** A copy where it lies. */
export const listedCopySchema = z.object({
  folder: z.string(),
  file: z.string(),
  madeAt: instantSchema,
  size: z.int(),
  packing: z.enum(['plain', 'gzip', 'age']),
  /** Null: not known until it is looked into. */
  facts: copyFactsSchema.nullable(),
});
export type ListedCopy = z.infer<typeof listedCopySchema>;
