import { eventTable } from './events';
import { lockDatabase } from './lock';
import { openDatabase } from './open';
import type { OpenOptions } from './open-options';
import { markClosed } from './opening';
import { teachPackedIds } from './packed-id';
import { rebuildVisits } from './rebuild-visits';
import { visitTable } from './visits';
import { wordTable } from './words';

/** Writes what reports read anew, in a database that nobody has open. Throws where somebody has, or it cannot be opened. */
export function rebuildReports(options: OpenOptions, progress: (part: number) => void): void {
  const unlock = lockDatabase(options);
  try {
    const database = openDatabase(options);
    try {
      teachPackedIds(database);
      const words = wordTable(database);
      const parts = { words, events: eventTable(database, words), visits: visitTable(database, words) };
      rebuildVisits(database, parts, progress);
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
    markClosed(options.path);
  } finally {
    unlock();
  }
}
