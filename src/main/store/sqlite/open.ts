import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { RESTORED } from '../../../shared/model/finding';
import { DataProblemError, findingOf } from './data-problem';
import { readHeader } from './file-facts';
import { migrate, removeOldCopies } from './migrate';
import type { OpenOptions } from './open-options';
import { markOpening } from './opening';
import { probe } from './probe';

/** SQLite's own; it is 0 while the schema is brought up to date. */
const CHECKPOINT_PAGES = 1000;

/**
 * Opens the database so that a committed token survives a power cut, and brings its schema up to date.
 * Throws {@link DataProblemError}, and has written nothing, where what lies there cannot be opened as it is.
 */
export function openDatabase(options: OpenOptions): Database.Database {
  const { path, nativeBinding } = options;
  let isReplaced = false;
  let header: readonly number[] = [];
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true });
    const probed = probe(options);
    if (probed.state === 'problem') throw new DataProblemError(path, probed.finding);
    isReplaced = probed.state === 'fine' && probed.isReplaced;
    if (probed.state === 'fine') header = [readHeader(path).cookie];
  }
  try {
    const database = new Database(path, nativeBinding === undefined ? {} : { nativeBinding });
    try {
      prepare(database, header);
      if (isReplaced) noteReplaced(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    const finding = findingOf(error);
    throw finding ? new DataProblemError(path, finding, error) : error;
  }
}

/** Somebody put a copy back by hand: numbers may be on slips that it knows nothing of. */
function noteReplaced(database: Database.Database): void {
  const note = JSON.stringify({ lastEventAt: null, numbersKnown: false });
  // What going back to a copy has noted itself says more.
  const sql = `INSERT INTO meta (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value = ''`;
  database.prepare(sql).run(RESTORED, note);
}

function prepare(database: Database.Database, header: readonly number[]): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  // The driver is compiled for NORMAL in WAL mode, which may lose the last commits on a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted or written over leaves no bytes behind: patients are erased.
  database.pragma('secure_delete = ON');
  database.pragma('wal_autocheckpoint = 0');
  migrate(database);
  if (!database.memory) {
    markOpening(database, header);
    removeOldCopies(database.name);
  }
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
}
