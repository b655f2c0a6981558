import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openReadOnly } from './read-only';

/** A larger file is not read through for a report: that would take minutes. */
const MOST_TO_CHECK = 300_000_000;

/** What there is to say of a database file without anybody in it. */
export interface DatabaseFacts {
  readonly sqlite: string;
  readonly schemaVersion: number;
  readonly journalMode: string;
  /** `ok`, or what SQLite found; `not checked` where that would take too long. */
  readonly check: string;
  /** Rows a table. */
  readonly rows: Readonly<Record<string, number>>;
  /** As they are kept: JSON by its key. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Reads a database file, which may be in use, be damaged or be of another version. Nothing is written. Throws where it
 * cannot be read at all.
 */
export function databaseFacts(path: string, nativeBinding: string | undefined): DatabaseFacts {
  return reading(path, nativeBinding, (database) => ({
    sqlite: String(database.prepare('SELECT sqlite_version()').pluck().get()),
    schemaVersion: Number(database.pragma('user_version', { simple: true })),
    journalMode: String(database.pragma('journal_mode', { simple: true })),
    check:
      statSync(path).size > MOST_TO_CHECK
        ? 'not checked'
        : String(database.pragma('quick_check(3)', { simple: true })),
    rows: Object.fromEntries(tablesOf(database).map((table) => [table, rowsOf(database, table)])),
    settings: settingsOf(database),
  }));
}

/** Every name and contact in a database: of patients, staff, doctors and devices. What of it cannot be read is left out. */
export function namesIn(path: string, nativeBinding: string | undefined): string[] {
  const columns = {
    tokens: ['patient_name', 'patient_contact'],
    patients: ['name', 'second_name', 'address'],
    'patients, json_each(patients.contacts)': ['value'],
    doctors: ['name'],
    persons: ['name'],
    devices: ['name'],
  };
  return reading(path, nativeBinding, (database) =>
    Object.entries(columns).flatMap(([table, names]) =>
      names.flatMap((column) => {
        try {
          const all = database.prepare(`SELECT DISTINCT ${column} FROM ${table}`).pluck().all();
          return all.filter((one): one is string => typeof one === 'string');
        } catch {
          // Of an older version, or damaged just there.
          return [];
        }
      }),
    ),
  );
}

function reading<T>(
  path: string,
  nativeBinding: string | undefined,
  read: (database: Database.Database) => T,
): T {
  const database = openReadOnly(path, { nativeBinding });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function tablesOf(database: Database.Database): string[] {
  const all = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  return all.pluck().all().map(String);
}

/** -1: that table cannot be read. */
function rowsOf(database: Database.Database, table: string): number {
  try {
    return Number(
      database
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    );
  } catch {
    return -1;
  }
}

function settingsOf(database: Database.Database): Record<string, unknown> {
  try {
    const all = database.prepare('SELECT * FROM settings').all() as Record<string, unknown>[];
    return Object.fromEntries(all.map((row, index) => [String(row.key ?? index), row]));
  } catch {
    return {};
  }
}
