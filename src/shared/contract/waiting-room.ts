import { z } from 'zod';
import { boardViewSchema } from '../model/board';
import { nothing, query } from './call';

/** What is in the clinic's own folder of recordings. */
export const recordingsSchema = z.object({
  /** By language or `common`: the recordings that are used. */
  used: z.record(z.string(), z.array(z.string())),
  /** Files that are not used, because their name or kind is not known; with their folder. */
  unknown: z.array(z.string()),
});
export type Recordings = z.infer<typeof recordingsSchema>;

/** What the waiting room sees. */
export const waitingRoomCalls = {
  'board.view': query(nothing, boardViewSchema, ['staff', 'board']),
  'voice.recordings': query(nothing, recordingsSchema, ['staff']),
} as const;
