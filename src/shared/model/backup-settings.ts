import { z } from 'zod';
import { textSchema } from './text';

/** More folders help nobody, and each that hangs holds something up. */
export const MOST_FOLDERS = 3;
export const LEAST_LIMIT_MB = 50;
const MOST_LIMIT_MB = 1_000_000;

const limitSchema = z.int().min(LEAST_LIMIT_MB).max(MOST_LIMIT_MB);
const hourSchema = z.int().min(0).max(23);

/** Another place for copies: a USB stick, a second disk, a folder of the network. */
export const backupFolderSchema = z.strictObject({
  /** The full path, as this computer knows it. */
  path: textSchema(1000).refine(
    (path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path),
    'This must be a full path.',
  ),
  limitMb: limitSchema,
  encrypted: z.boolean(),
});

export const backupSettingsSchema = z.object({
  fromHour: hourSchema.default(7).describe('The first hour of the day in which a copy is made.'),
  toHour: hourSchema.default(21).describe('The last hour of the day in which a copy is made.'),
  everyHours: z
    .int()
    .min(1)
    .max(24)
    .default(1)
    .describe('A copy is made every so many hours, if anything has changed.'),
  onDayClose: z.boolean().default(true).describe('A copy is made when the day is closed.'),
  limitMb: limitSchema
    .default(2048)
    .describe('The copies in the folder of the data take no more room than this, in megabytes.'),
  encrypted: z
    .boolean()
    .default(false)
    .describe('The copies in the folder of the data can only be read with the passphrase.'),
  folders: z
    .array(backupFolderSchema)
    .max(MOST_FOLDERS)
    .refine((all) => new Set(all.map(({ path }) => path)).size === all.length, 'A folder is named twice.')
    .default([])
    .describe('Other folders that copies go to: a USB stick, a second disk, the network.'),
});
