import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { removeFile } from '../store/sqlite/held';
import { WRITTEN_BACK_EVERY } from './files';
import type { Binding } from './inspect';

interface Snapshotting extends Binding {
  /** From 0 to 1. */
  readonly progress?: ((part: number) => void) | undefined;
}

/** About a megabyte. */
const STEP_PAGES = 256;
const PAGE_BYTES = 4096;

/**
 * The database as it is at one moment, as a file of its own, while others go on writing to it. Throws what SQLite throws;
 * nothing is left then.
 *
 * Page by page, in one read transaction: without it SQLite's backup begins anew with every commit of another connection, and
 * on a busy morning never ends; in WAL mode no writer waits for it. What was written goes to the disk every few megabytes:
 * else a command, which waits for the disk, would wait for all of the copy.
 */
export async function snapshot(
  database: string,
  to: string,
  { nativeBinding, progress }: Snapshotting = {},
): Promise<void> {
  const binding = nativeBinding === undefined ? {} : { nativeBinding };
  const source = new Database(database, { readonly: true, fileMustExist: true, timeout: 5000, ...binding });
  try {
    remove(to);
    source.exec('BEGIN');
    // The transaction begins with what is read first.
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    let since = 0;
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        progress?.(1 - remainingPages / totalPages);
        since += STEP_PAGES * PAGE_BYTES;
        if (since >= WRITTEN_BACK_EVERY) {
          since = 0;
          writeBack(to);
        }
        return STEP_PAGES;
      },
    });
    source.exec('COMMIT');
    standAlone(to, binding);
  } catch (error) {
    remove(to);
    throw error;
  } finally {
    source.close();
  }
}

/** Needs no log beside it from now on. */
function standAlone(path: string, binding: { readonly nativeBinding?: string }): void {
  const copy = new Database(path, binding);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function writeBack(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}

function remove(path: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) removeFile(path + end);
}
