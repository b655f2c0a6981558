import { z } from 'zod';
import { backupStatusSchema, backupTrialSchema, copiesMadeSchema, listedCopySchema } from '../model/backups';
import { copyFactsSchema } from '../model/copy';
import { command, done, nothing, query } from './call';

/** Which copy: only in a place of the settings. */
const copyRef = z.strictObject({ folder: z.string().max(1100), file: z.string().max(200) });

export const LEAST_PASSPHRASE = 8;
const passphrase = z.string().trim().min(LEAST_PASSPHRASE, 'At least 8 letters, please.').max(200);

/** Copies of the data. */
export const backupCalls = {
  'backups.status': query(nothing, backupStatusSchema, ['staff']),
  /** The copies in every place that can be reached, the newest first. */
  'backups.list': query(nothing, z.array(listedCopySchema), ['staff']),
  /** In every place, now. Refused (UNAVAILABLE) only if no place could take one; the answer says which could not. */
  'backups.make': command(nothing, copiesMadeSchema, ['staff']),
  /** Reads a copy back whole. Errors: NOT_FOUND; CONFLICT with `problem` if it is not as it should be. */
  'backups.prove': command(copyRef, copyFactsSchema, ['staff']),
  /** Puts the newest copy back on trial, beside the data. Errors: NOT_FOUND: there is none. */
  'backups.trial': command(nothing, backupTrialSchema, ['staff']),
  /** From now on encrypted copies need it. Copies made before need the one of then. Errors: INVALID_INPUT: not the same twice. */
  'backups.setPassphrase': command(z.strictObject({ passphrase, again: z.string().trim().max(200) }), done, [
    'staff',
  ]),
  /** Errors: CONFLICT while a place is to be encrypted. */
  'backups.removePassphrase': command(nothing, done, ['staff']),
  /**
   * Closes all windows and the data, and shows the copies, to go back to one or to leave everything as it is. Errors: FORBIDDEN
   * but at the PC that keeps the data; CONFLICT on a practice day.
   */
  'backups.goBack': command(nothing, done, ['staff']),
  /** Asks whoever sits there for a folder; null: none was chosen. Errors: UNAVAILABLE: nobody can be asked. */
  'backups.chooseFolder': command(nothing, z.object({ path: z.string().nullable() }), ['staff']),
} as const;
