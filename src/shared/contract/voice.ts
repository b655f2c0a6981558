import { z } from 'zod';
import { command, done, nothing, query } from './call';

/** What is in the clinic's own folder of recordings. */
export const recordingsSchema = z.object({
  folder: z.string(),
  /** By language or `common`: the recordings that are used. */
  used: z.record(z.string(), z.array(z.string())),
  /** Files that are not used, because their name or kind is not known; with their folder. */
  unknown: z.array(z.string()),
});
export type Recordings = z.infer<typeof recordingsSchema>;

export const voiceCalls = {
  'voice.recordings': query(nothing, recordingsSchema, ['staff']),
  /** Opens the folder of recordings on this computer, made if it is not there. */
  'voice.openFolder': command(nothing, done, ['staff']),
} as const;
