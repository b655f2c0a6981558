import Database from 'better-sqlite3';
import type { OpenOptions } from './open-options';

/** In the database, and in the marker beside it. */
export const CLINIC_ID = 'clinic.id';

/** Opens a database that is there, to be read and not written. Throws what SQLite throws. */
export function openReadOnly(
  path: string,
  { nativeBinding }: Pick<OpenOptions, 'nativeBinding'> = {},
): Database.Database {
  const options = { readonly: true, fileMustExist: true };
  return new Database(path, nativeBinding === undefined ? options : { ...options, nativeBinding });
}

/** Whose data these are; null: they do not say. Throws what SQLite throws, as where there is no table of facts. */
export function clinicIdOf(database: Database.Database): string | null {
  const found = database.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(CLINIC_ID);
  return typeof found === 'string' ? found : null;
}
