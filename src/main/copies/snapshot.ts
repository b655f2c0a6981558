import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Binding } from './inspect';

/**
 * The database as it is at one moment, as a file of its own, while others go on writing to it. Throws what SQLite throws;
 * nothing is left then.
 *
 * `VACUUM INTO`, and not the backup API in steps: that one begins anew with every commit of another connection, and on a
 * busy morning never ends. This one reads in a single transaction, which in WAL mode no writer waits for, and what it
 * writes is smaller, has no erased patients in its free pages, and needs no `-wal` beside it.
 */
export function snapshot(database: string, to: string, { nativeBinding }: Binding = {}): void {
  const options = { readonly: true, fileMustExist: true, timeout: 5000 };
  const source = new Database(
    database,
    nativeBinding === undefined ? options : { ...options, nativeBinding },
  );
  try {
    rmSync(to, { force: true });
    source.prepare('VACUUM INTO ?').run(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    source.close();
  }
}
