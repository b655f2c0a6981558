import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { codeOf } from '../../../shared/error-code';
import { syncFile, syncFolder } from './durable';
import { readHeader } from './file-facts';
import { readMarker, writeMarker } from './marker';
import { clinicIdOf } from './read-only';

/** The files of an open database were moved, deleted or replaced. All that was acknowledged is at a path again. */
export class DataMovedError extends Error {
  readonly code = 'OPD_DATA_MOVED';

  constructor(path: string, savedAs: string) {
    const where = savedAs === path ? 'It is there again' : `What was in it is in ${savedAs}`;
    super(`The database ${path} was moved, deleted or replaced while it was open. ${where}.`);
  }
}

export interface FileWatch {
  /**
   * Before something is written. Throws {@link DataMovedError} where the files are not the opened ones any more, after all
   * that is in them was saved at a path; throws what SQLite or the system throws where it could not be.
   */
  check(): void;
  /** Throws where `check` has thrown that before. */
  checkKnown(): void;
  /** As `check`, and does not throw: on closing. */
  save(): void;
}

/**
 * Unix lets anybody delete or move a file that a program has open; the program goes on writing into what nobody finds again.
 * Asked before every command: two looks into the folder.
 * @param moved once: only a new opening helps
 */
export function watchFiles(database: Database.Database, moved: (error: DataMovedError) => void): FileWatch {
  const path = database.name;
  const log = `${path}-wal`;
  const file = identityOf(path);
  let logFile: string | null = null;
  let found: DataMovedError | undefined;

  /** Where all of it was saved; undefined: everything is where it belongs. */
  function savedAs(): string | undefined {
    const now = identityOf(path);
    const logNow = identityOf(log);
    // A folder that cannot be looked into may come back; whether anything can be written, SQLite says.
    if (now === undefined || logNow === undefined) return undefined;
    logFile ??= logNow;
    if (now === file && (logNow === logFile || logFile === null)) return undefined;
    if (now === file) {
      // Only the log is gone: what was in it goes into the database.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return path;
    }
    return saveAgain(database, now === null ? path : `${path}.before-${stamp()}`);
  }

  function check(): void {
    checkKnown();
    const place = savedAs();
    if (place === undefined) return;
    found = new DataMovedError(path, place);
    moved(found);
    throw found;
  }

  function checkKnown(): void {
    if (found) throw found;
  }

  return {
    check,
    checkKnown,
    save() {
      if (!found) savedAs();
    },
  };
}

const stamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-');

/** Null: there is none; undefined: nobody can tell. */
function identityOf(path: string): string | null | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}/${ino}`;
  } catch (error) {
    return /^(ENOENT|ENOTDIR)$/.test(codeOf(error)) ? null : undefined;
  }
}

/** Writes what the connection still sees to a file of its own, and gives it the name when it is on the disk. */
function saveAgain(database: Database.Database, place: string): string {
  const path = database.name;
  const part = `${place}.part`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(part, { force: true });
  const marker = readMarker(path);
  database.prepare('VACUUM INTO ?').run(part);
  syncFile(part);
  if (place === path) {
    const clinic = clinicIdOf(database);
    const { cookie } = readHeader(part);
    const openings = [...(marker?.openings ?? []), cookie];
    writeMarker(path, { clinic, openings, log: null, closed: null });
    // They belong to the file that is gone.
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
  }
  renameSync(part, place);
  syncFolder(dirname(place));
  return place;
}
