import { renameSync, rmSync } from 'node:fs';
import { createWhenHeld } from '../../../shared/held-file';

const lock = new Int32Array(new SharedArrayBuffer(4));

/**
 * Windows: an act on a file that is held for a moment is tried again. These callers cannot wait without blocking, some of
 * them everyone: a third of a second in all is what is felt and forgiven.
 */
export const whenHeld = createWhenHeld({
  platform: process.platform,
  pausesMs: [10, 20, 40, 80, 160],
  pause(milliseconds) {
    Atomics.wait(lock, 0, 0, milliseconds);
  },
});

/** Gives a file another name, and takes that from whichever has it. */
export function renameFile(from: string, to: string): void {
  whenHeld(() => renameSync(from, to));
}

/** Deletes a file that may not be there. */
export function removeFile(path: string): void {
  whenHeld(() => rmSync(path, { force: true }));
}
