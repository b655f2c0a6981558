import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { codeOf } from '../../../shared/error-code';
import type { OpenOptions } from './open-options';

/** Another process has this database open for writing. */
export class DatabaseInUseError extends Error {
  constructor(readonly path: string) {
    super(
      `Another OPD Tokens is using ${path}. Only one program may: close that one first, or choose another folder.`,
    );
  }
}

/**
 * Keeps every other process off a database, until the answered function is called or this process ends, however it
 * ends: the lock is one of SQLite's own, on a file beside the database. Throws {@link DatabaseInUseError}.
 */
export function lockDatabase({ path, nativeBinding }: OpenOptions): () => void {
  mkdirSync(dirname(path), { recursive: true });
  // Two ways to the same folder are one lock.
  const file = join(realpathSync(dirname(path)), `${basename(path)}.lock`);
  const lock = new Database(file, { timeout: 0, ...(nativeBinding !== undefined && { nativeBinding }) });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const code = codeOf(error);
    throw code.startsWith('SQLITE_BUSY') ? new DatabaseInUseError(path) : error;
  }
  return () => lock.close();
}
