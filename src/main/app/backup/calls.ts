import type { Handlers } from '../call';
import { makeBackup } from './backup';

export const backupHandlers: Handlers<'backups.make'> = { 'backups.make': makeBackup };
