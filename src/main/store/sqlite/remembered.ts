import type Database from 'better-sqlite3';

/**
 * A look at whether another connection has committed something since the last one: then `forget` is called. What it sees is
 * that of the transaction it is asked in.
 */
export function forgettingOthers(database: Database.Database, forget: () => void): () => void {
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  let version: unknown;
  return () => {
    const current = dataVersion.get();
    if (current !== version) forget();
    version = current;
  };
}

/** Something small that is asked for with every call. */
export interface Remembered<T> {
  /** As it is, read only if it has to be. */
  get(): T;
  /** The same if it is known without reading. */
  known(): T | undefined;
  /** This connection writes it. */
  forget(): void;
}

/** Reads it anew only when this connection or another one has changed something. */
export function remembered<T>(database: Database.Database, read: () => T): Remembered<T> {
  let kept: { readonly value: T } | undefined;
  const forget = (): void => {
    kept = undefined;
  };
  const look = forgettingOthers(database, forget);
  return {
    get() {
      look();
      if (kept) return kept.value;
      const value = read();
      // Within a transaction it may be unwound again.
      if (!database.inTransaction) kept = { value };
      return value;
    },
    known() {
      look();
      return kept?.value;
    },
    forget,
  };
}

/**
 * What changes with whatever this connection writes, kept or unwound, and with whatever others commit. Read outside of a
 * transaction, what was read under one stamp holds as long as it is the same.
 */
export function changeStamp(database: Database.Database): () => string {
  const changes = database.prepare('SELECT total_changes()').pluck();
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  return () => `${dataVersion.get()} ${changes.get()}`;
}
