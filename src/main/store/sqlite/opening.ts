import { randomInt, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { readHeader, sumOf } from './file-facts';
import { readMarker, writeMarker } from './marker';
import { CLINIC_ID } from './read-only';
import { walFacts } from './wal-facts';

const COOKIES = 2 ** 31 - 1;

/**
 * Gives this opening of a database a number of its own, in the database’s header and in the marker beside it, so that a
 * copy put beside the log of this opening is told from the database that the log belongs to: SQLite would mix the two.
 * The number is the schema cookie, because SQLite gives every copy it makes another one, and because it is read without
 * opening anything. Until this ends nothing may have gone from the log into the database: `wal_autocheckpoint` is 0.
 *
 * The open file itself is never read past SQLite: closing it again would take away the locks of this process, which is what
 * fcntl(2) says of them, and the next program that looks into the database and closes it would delete the log in use.
 *
 * @param header the numbers that the file may have had before it was opened
 */
export function markOpening(database: Database.Database, header: readonly number[]): void {
  const path = database.name;
  const clinic = clinicOf(database);
  const before = [...new Set([...header, cookieOf(database)])];
  const opening = randomInt(1, COOKIES);
  writeMarker(path, { clinic, openings: [...before, opening], log: null, closed: null });
  // A number in the header, no more: the statements prepared so far are prepared again.
  database.unsafeMode(true);
  database.pragma(`schema_version = ${opening}`);
  database.unsafeMode(false);
  const log = walFacts(`${path}-wal`);
  // A backup program that reads just now keeps the log from being emptied: then all are right until it is.
  const isInFile = Number(database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0;
  const openings = isInFile ? [opening] : [...before, opening];
  writeMarker(path, { clinic, openings, log: log.state === 'readable' ? log.line : null, closed: null });
}

/** SQLite takes this for a copy of itself, with a number of its own. */
export function vacuum(database: Database.Database): void {
  if (database.memory) return void database.exec('VACUUM');
  const automatic = Number(database.pragma('wal_autocheckpoint', { simple: true }));
  database.pragma('wal_autocheckpoint = 0');
  try {
    const number = cookieOf(database);
    const marker = readMarker(database.name);
    const openings = [...(marker?.openings ?? []), number + 1];
    if (marker) writeMarker(database.name, { ...marker, openings });
    database.exec('VACUUM');
    markOpening(database, openings);
  } finally {
    database.pragma(`wal_autocheckpoint = ${automatic}`);
  }
}

/** What the file comes to from now on, if it was closed in order. */
export function markClosed(path: string): void {
  const marker = readMarker(path);
  // Nothing is vouched for but what this process has written.
  if (!marker?.openings.includes(readHeader(path).cookie) || walFacts(`${path}-wal`).state !== 'empty')
    return;
  writeMarker(path, { ...marker, closed: sumOf(path) });
}

const cookieOf = (database: Database.Database): number =>
  Number(database.pragma('schema_version', { simple: true }));

function clinicOf(database: Database.Database): string {
  database.prepare('INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)').run(CLINIC_ID, randomUUID());
  return String(database.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(CLINIC_ID));
}
