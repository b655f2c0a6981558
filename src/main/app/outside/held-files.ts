import { rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createAwaitHeld } from '../../../shared/held-file';

/** Windows: two and a half seconds in all, in which nobody is kept from anything. */
const awaitHeld = createAwaitHeld({
  platform: process.platform,
  pausesMs: [20, 40, 80, 160, 320, 640, 1_280],
  pause,
});

/** Gives a file another name, and takes that from whichever has it. */
export function renameFile(from: string, to: string): Promise<void> {
  return awaitHeld(() => rename(from, to));
}

/** Deletes a file that may not be there. */
export function removeFile(path: string): Promise<void> {
  return awaitHeld(() => rm(path, { force: true }));
}
