import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE } from './data-folder';

/** The files of a database: its write-ahead log may still be beside it. */
const DATABASE_FILES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`];

/** Every practice day begins anew: nothing of the last one is left, nor what people typed in it. */
export async function emptyPracticeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
}

/** Moves a closed database, whole, into a folder of its own beside it. Answers that folder. */
export async function setDatabaseAside(folder: string, now: Date): Promise<string> {
  const aside = join(folder, 'set-aside', now.toISOString().slice(0, 19).replace(/:/g, '-'));
  await mkdir(aside, { recursive: true });
  for (const file of DATABASE_FILES) {
    await rename(join(folder, file), join(aside, file)).catch((error: unknown) => {
      // The log is gone once its database was closed in order.
      if (file === DATABASE) throw error;
    });
  }
  return aside;
}
