import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataProblem, Finding } from '../../../shared/model/finding';
import { findingOf } from './data-problem';
import { readHeader, sumOf } from './file-facts';
import { isKeptBeside } from './kept-beside';
import { type Marker, readMarker } from './marker';
import { NewerDatabaseError, newestVersion } from './migrate';
import type { OpenOptions } from './open-options';
import { clinicIdOf, openReadOnly } from './read-only';
import { haveSense } from './settings';
import { walFacts } from './wal-facts';

/** What lies where a database should be. */
export type Probed =
  /** Nothing was ever here, or somebody chose to begin anew. */
  | { readonly state: 'new' }
  /** @property isReplaced another file than the one that was closed here: somebody put a copy back by hand */
  | { readonly state: 'fine'; readonly isReplaced: boolean }
  | { readonly state: 'problem'; readonly finding: Finding };

/** Every version had them. */
const TABLES = ['meta', 'settings', 'doctors', 'books', 'slots', 'tokens', 'book_events'];

/** Looks at a database, and what is known of it, before anything is opened for writing. Writes nothing. */
export function probe(options: OpenOptions): Probed {
  try {
    return look(options);
  } catch (error) {
    const finding = findingOf(error);
    if (!finding) throw error;
    return { state: 'problem', finding };
  }
}

function look({ path, nativeBinding }: OpenOptions): Probed {
  const marker = readMarker(path);
  const wasHere = marker?.clinic !== null && (marker !== undefined || hasTraces(path));
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) return wasHere ? problem('missing', 'there is no such file') : { state: 'new' };
  if (!file.isFile()) return problem('unreadable', 'it is not a file');
  if (file.size === 0) return wasHere ? problem('empty', 'it has 0 bytes') : { state: 'new' };

  if (marker?.savedAs !== undefined) {
    return problem('changed', `it was put in place of the open one, whose data are in ${marker.savedAs}`);
  }
  const header = readHeader(path);
  if (!header.isDatabase) return problem('damaged', 'it does not begin as a database');
  const isOurs = marker === undefined || marker.openings.includes(header.cookie);
  const log = walFacts(`${path}-wal`);
  if (log.state === 'unreadable') return problem('strange_log', 'it cannot be read');
  if (log.state === 'readable') {
    const fits = log.pageSize === header.pageSize && (marker?.log ?? log.line) === log.line;
    if (!isOurs || !fits) return problem('strange_log', 'it was written beside another database');
    if (log.isBroken) return problem('strange_log', 'there are changes in it behind damaged ones');
  }
  const closed = isOurs && log.state === 'empty' ? (marker?.closed ?? null) : null;
  const isAsClosed = closed !== null && isSum(path, closed);
  const found = readContent(path, nativeBinding, isAsClosed);
  if (found.version > newestVersion) {
    return problem('newer', new NewerDatabaseError(found.version, newestVersion).message);
  }
  if (found.tables.length === 0) {
    return wasHere ? problem('empty', 'it has no tables') : { state: 'new' };
  }
  if (TABLES.some((table) => !found.tables.includes(table))) return problem('foreign', 'it has other tables');
  if (found.health !== 'ok') return problem('damaged', found.health);
  if (!found.hasSense) return problem('damaged', 'its settings cannot be read');
  const known = marker?.clinic ?? null;
  if (known !== null && found.clinic !== null && found.clinic !== known) {
    return problem('other_clinic', 'it bears another mark than the one beside it');
  }
  if (closed && !isAsClosed) {
    return problem('changed', 'its sum is another one');
  }
  return { state: 'fine', isReplaced: !isOurs };
}

const problem = (name: DataProblem, detail: string): Probed => ({
  state: 'problem',
  finding: { problem: name, detail },
});

function isSum(path: string, { size, crc }: NonNullable<Marker['closed']>): boolean {
  const found = sumOf(path);
  return found.size === size && found.crc === crc;
}

/**
 * What a database leaves behind that is gone itself: copies of it, its log, what was put aside. The app’s log is no such
 * trace: a practice day writes it too, where no clinic was ever begun.
 */
function hasTraces(path: string): boolean {
  const folder = dirname(path);
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return (
    (wal !== undefined && wal.size > 0) ||
    filesIn(folder).some((file) => isKeptBeside(path, file)) ||
    filesIn(join(folder, 'backups')).some((file) => /^opd-tokens-.*\.db(\.gz)?(\.age)?$/.test(file)) ||
    filesIn(join(folder, 'set-aside')).length > 0
  );
}

const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

interface Content {
  readonly tables: readonly string[];
  readonly version: number;
  readonly health: string;
  readonly clinic: string | null;
  /** Its settings are such: without them nothing works. */
  readonly hasSense: boolean;
}

/**
 * As the database is with its log. SQLite may leave an empty log beside it; the database itself is not written.
 * `isAsClosed`: byte for byte what was closed in order. Then its pages are not walked, which takes by far the longest of a
 * start; a disk that failed while it was open is found by the copies, each of which is checked whole.
 */
function readContent(path: string, nativeBinding: string | undefined, isAsClosed: boolean): Content {
  const database = openReadOnly(path, { nativeBinding });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    return {
      tables: tables.map(String),
      version: Number(database.pragma('user_version', { simple: true })),
      health: isAsClosed ? 'ok' : String(database.pragma('quick_check(1)', { simple: true })),
      clinic: tables.includes('meta') ? clinicIdOf(database) : null,
      hasSense: !tables.includes('settings') || haveSense(database),
    };
  } finally {
    database.close();
  }
}
