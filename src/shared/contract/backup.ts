import { command, done, nothing } from './call';

/** Copies of the data. */
export const backupCalls = {
  'backups.make': command(nothing, done, ['staff']),
} as const;
