import type Database from 'better-sqlite3';

/** Of each connection what it last saw of others, while an operation lasts. */
const operations = new WeakMap<Database.Database, { seen: unknown }>();

/**
 * One operation of the store on this connection: whether others have committed something is looked at once in it, where it
 * first matters, and not before it begins. A write transaction is its own, begun once it holds the lock.
 */
export function inOneOperation<T>(database: Database.Database, operate: () => T): T {
  const outer = operations.get(database);
  operations.set(database, { seen: undefined });
  try {
    return operate();
  } finally {
    if (outer) operations.set(database, outer);
    else operations.delete(database);
  }
}

/** Another answer once another connection has committed something. What it sees is that of the transaction it is asked in. */
function othersVersion(database: Database.Database): () => unknown {
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  return () => {
    const operation = operations.get(database);
    const version = operation?.seen ?? dataVersion.get();
    if (operation) operation.seen = version;
    return version;
  };
}

/** Looks whether another connection has committed something since the last look: then `forget` is called. */
export function forgettingOthers(database: Database.Database, forget: () => void): () => void {
  const others = othersVersion(database);
  let version: unknown;
  return () => {
    const current = others();
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
  const others = othersVersion(database);
  return () => `${others()} ${changes.get()}`;
}
