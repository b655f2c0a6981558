import type Database from 'better-sqlite3';
import { first } from './rows';

export interface KeyValueTable {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export function keyValueTable(database: Database.Database, table: 'meta' | 'settings'): KeyValueTable {
  const find = database.prepare(`SELECT value FROM ${table} WHERE key = ?`);
  const upsert = database.prepare(
    `INSERT INTO ${table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  return {
    get: (key) => {
      const value = first(find, key)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    set: (key, value) => {
      upsert.run(key, value);
    },
  };
}
