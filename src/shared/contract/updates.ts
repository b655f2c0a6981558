import { z } from 'zod';
import { updateChoiceSchema, updateStatusSchema } from '../model/updates';
import { command, done, nothing, query } from './call';

/** New versions of the app, on the computer that keeps the data. */
export const updateCalls = {
  /** Null: whoever asks sits somewhere else, or the app does not update itself here. */
  'updates.status': query(nothing, updateStatusSchema.nullable(), ['staff']),
  /** Where they are looked for, and whether at night. Errors: CONFLICT: this build has no key to check them with. */
  'updates.choose': command(updateChoiceSchema, done, ['staff']),
  /** Looks now, and answers when that is over; the status says what came of it. */
  'updates.look': command(nothing, done, ['staff']),
  /** The same, and fetches what is newer. */
  'updates.fetch': command(nothing, done, ['staff']),
  'updates.stop': command(nothing, done, ['staff']),
  /**
   * Makes a copy of the data, reads the installer once more, and hands it to the system; answers what whoever administers the
   * computer types, where the system does not ask by itself. `before`: the version before this one. Errors: NOT_FOUND: none is
   * here, or not as it was signed; UNAVAILABLE: no copy could be made, or the installer did not begin.
   */
  'updates.install': command(
    z.strictObject({ which: z.enum(['ready', 'before']) }),
    z.object({ version: z.string(), command: z.string().nullable() }),
    ['staff'],
  ),
} as const;
