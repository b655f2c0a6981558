import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { codeOf } from '../../shared/error-code';
import type { CopyContent } from '../../shared/model/copy';
import { settingsSchema } from '../../shared/model/settings';
import { serviceDaySchema } from '../../shared/model/time';
import { newestVersion } from '../store/sqlite/migrate';
import { clinicIdOf, openReadOnly } from '../store/sqlite/read-only';
import { haveSense } from '../store/sqlite/settings';
import { CopyError } from './problem';

export interface Binding {
  /** A better-sqlite3 binary other than the stock one. */
  readonly nativeBinding?: string | undefined;
}

/** Every version had them. */
const TABLES = ['meta', 'settings', 'doctors', 'books', 'slots', 'tokens', 'book_events'];

/**
 * Reads a database from end to end and counts what is in it; it is not written. Throws {@link CopyError}: missing,
 * not_a_database, damaged, foreign, newer.
 */
export function inspect(path: string, { nativeBinding }: Binding = {}): CopyContent {
  if (sizeOf(path) === 0) throw new CopyError('not_a_database');
  const database = open(path, nativeBinding);
  try {
    return contentOf(database);
  } catch (error) {
    throw asCopyError(error);
  } finally {
    database.close();
  }
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CopyError('missing');
  return found.size;
}

function open(path: string, nativeBinding: string | undefined): Database.Database {
  try {
    return openReadOnly(path, { nativeBinding });
  } catch (error) {
    throw asCopyError(error);
  }
}

function contentOf(database: Database.Database): CopyContent {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (TABLES.some((table) => !tables.includes(table))) throw new CopyError('foreign');
  const schemaVersion = Number(database.pragma('user_version', { simple: true }));
  if (schemaVersion > newestVersion) throw new CopyError('newer');
  const health = database.pragma('integrity_check(1)', { simple: true });
  if (health !== 'ok') throw new CopyError('damaged', health);

  if (!haveSense(database)) throw new CopyError('damaged', 'its settings cannot be read');

  const one = (sql: string): unknown => database.prepare(sql).pluck().get();
  const count = (table: string): number => Number(one(`SELECT count(*) FROM ${table}`));
  const day = (which: 'min' | 'max') =>
    serviceDaySchema.nullable().parse(one(`SELECT ${which}(service_day) FROM tokens`));
  // Loosely, since an old version wrote them; what it did not have is as it is by default.
  const setting = (name: 'clinicName' | 'timeZone'): string =>
    String(
      one(`SELECT value ->> '$.clinic.${name}' FROM settings WHERE key = 'all'`) ??
        settingsSchema.parse({}).clinic[name],
    );
  const lastEventAt = one('SELECT at FROM book_events ORDER BY id DESC LIMIT 1');
  return {
    clinicId: clinicIdOf(database),
    clinicName: setting('clinicName'),
    timeZone: setting('timeZone'),
    schemaVersion,
    doctors: count('doctors'),
    tokens: count('tokens'),
    events: count('book_events'),
    firstDay: day('min'),
    lastDay: day('max'),
    lastEventAt: typeof lastEventAt === 'number' ? lastEventAt : null,
  };
}

/** Whose data these are; null: they do not say. Throws what SQLite throws. */
export function clinicIn(path: string, { nativeBinding }: Binding = {}): string | null {
  const database = open(path, nativeBinding);
  try {
    return clinicIdOf(database);
  } finally {
    database.close();
  }
}

function asCopyError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return new CopyError('not_a_database', error);
  if (/^SQLITE_(CORRUPT|ERROR)/.test(code)) return new CopyError('damaged', error);
  if (/^SQLITE_(CANTOPEN|IOERR)/.test(code)) return new CopyError('missing', error);
  return error;
}
