import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate, removeOldCopies } from './migrate';

export interface OpenOptions {
  /** A file, made if missing, or `:memory:`. */
  readonly path: string;
  /** A better-sqlite3 binary other than the stock one. */
  readonly nativeBinding?: string | undefined;
}

/**
 * Opens the database so that a committed token survives a power cut, and brings its schema up to date.
 * Throws if the file is damaged, of a newer version, or cannot be opened.
 */
export function openDatabase({ path, nativeBinding }: OpenOptions): Database.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, nativeBinding === undefined ? {} : { nativeBinding });
  try {
    database.pragma('journal_mode = WAL');
    // The driver is compiled for NORMAL in WAL mode, which may lose the last commits on a power cut.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    // What is deleted or written over leaves no bytes behind: patients are erased.
    database.pragma('secure_delete = ON');
    const health = database.pragma('quick_check(1)', { simple: true });
    if (health !== 'ok') throw new Error(`The database file is damaged (${String(health)}).`);
    migrate(database);
    if (!database.memory) removeOldCopies(path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
