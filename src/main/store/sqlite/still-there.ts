import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { codeOf } from '../../../shared/error-code';
import { syncFile, syncFolder } from './durable';
import { readHeader } from './file-facts';
import { removeFile, renameFile } from './held';
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
   * Throws {@link DataMovedError} where the files are not the opened ones any more, after all that is in them was saved at a
   * path; throws what SQLite or the system throws where it could not be.
   */
  check(): void;
  /** The same, and looks only if that was a while ago: nothing of what is written between is lost, as it is saved later. */
  checkNowAndThen(): void;
  /** As `check`, on closing; throws no {@link DataMovedError}. */
  save(): void;
}

/** A look takes some microseconds, and a command asks the store twenty times. */
const A_WHILE_MS = 20;

/**
 * Unix lets anybody delete or move a file that a program has open; the program goes on writing into what nobody finds again.
 * Asked before every command: two looks into the folder.
 * @param moved once: only a new opening helps
 */
export function watchFiles(database: Database.Database, moved: (error: DataMovedError) => void): FileWatch {
  // SQLite follows links too, and keeps the log beside the file itself.
  const path = realpathSync(database.name);
  const log = `${path}-wal`;
  const file = identityOf(path);
  const logFile = identityOf(log);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let savedAs: string | undefined;

  /** Where all of it was saved; undefined: everything is where it belongs. */
  function placeOfSaved(): string | undefined {
    lookedAt = performance.now();
    const now = identityOf(path);
    // A folder that cannot be looked into may come back; whether anything can be written, SQLite says.
    if (now === undefined) return undefined;
    const isOurs = now === file;
    if (isOurs && (logFile === undefined || identityOf(log) === logFile)) return undefined;
    // A log alone that is gone is no matter for a checkpoint: while somebody reads, that copies a part of it.
    return saveAgain(database, { path, isFree: isOurs || now === null });
  }

  function check(): void {
    const isNews = savedAs === undefined;
    savedAs ??= placeOfSaved();
    if (savedAs === undefined) return;
    const error = new DataMovedError(path, savedAs);
    if (isNews) moved(error);
    throw error;
  }

  return {
    check,
    checkNowAndThen() {
      if (savedAs !== undefined || performance.now() - lookedAt >= A_WHILE_MS) check();
    },
    save() {
      savedAs ??= placeOfSaved();
    },
  };
}

/** Null: there is none; undefined: nobody can tell. */
function identityOf(path: string): string | null | undefined {
  try {
    const { dev, ino } = lstatSync(path);
    return `${dev}/${ino}`;
  } catch (error) {
    return /^(ENOENT|ENOTDIR)$/.test(codeOf(error)) ? null : undefined;
  }
}

/** No log has it: one that is left beside a saved database is told as strange, and not mixed with it. */
const NO_LINE = -1;

/**
 * Writes what the connection still sees to a file of its own, and gives it its name when it is on the disk: the old one, if that
 * is free; else one beside the file that is there now, and the next start says so.
 */
function saveAgain(
  database: Database.Database,
  { path, isFree }: { readonly path: string; readonly isFree: boolean },
): string {
  const place = isFree ? path : `${path}.saved-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  const part = `${place}.part`;
  mkdirSync(dirname(path), { recursive: true });
  removeFile(part);
  const openings = readMarker(path)?.openings ?? [];
  const clinic = clinicIdOf(database);
  database.prepare('VACUUM INTO ?').run(part);
  syncFile(part);
  const marker = { clinic, log: NO_LINE, closed: null };
  if (isFree) writeMarker(path, { ...marker, openings: [...openings, readHeader(part).cookie] });
  renameFile(part, place);
  if (!isFree) writeMarker(path, { ...marker, log: null, openings: [], savedAs: basename(place) });
  // They belong to the file that is gone.
  if (isFree) for (const end of ['-wal', '-shm']) removeFile(path + end);
  syncFolder(dirname(place));
  return place;
}
