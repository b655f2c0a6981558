import { z } from 'zod';

/** In `meta` of a database that went back to a copy, until the app has gone on from there: see `goOnAfterRestore`. */
export const RESTORED = 'restored';

/** In `meta`: visits of erased patients whom the data name again since they went back to a copy: see `eraseAgain`. */
export const ERASING_OWED = 'erasing.owed';

/** What keeps a clinic's data from being opened as they lie there. A closed list: each has its words and its ways out. */
export const dataProblems = [
  /** There was a database, and it is gone. */
  'missing',
  /** It has nothing in it, and one was here before. */
  'empty',
  /** It is no database, or parts of it cannot be read. */
  'damaged',
  /** It can be read, but is not as the app closed it: another program, or a disk, has changed something. */
  'changed',
  /** Another program's database. */
  'foreign',
  /** Another clinic's. */
  'other_clinic',
  /** The last changes lie in a file beside it that does not belong to it, or is damaged. */
  'strange_log',
  /** Written by a newer version of the app. */
  'newer',
  /** Its schema could not be brought up to date; it is as it was. */
  'not_updated',
  /** Before that a copy is made, and there is no room for it. */
  'no_room',
  /** Rights, a folder in its place, a disk that does not answer. */
  'unreadable',
  /** It is on another computer's disk: when that goes for a moment, a database there can break. */
  'on_network',
  /** Another program holds it. */
  'in_use',
  /** Nothing is wrong: staff have closed the data to go back to a copy. */
  'asked',
] as const;

export const dataProblemSchema = z.enum(dataProblems);
export type DataProblem = z.infer<typeof dataProblemSchema>;

export const findingSchema = z.object({
  problem: dataProblemSchema,
  /** For whoever helps: what the system or the database said. */
  detail: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;
