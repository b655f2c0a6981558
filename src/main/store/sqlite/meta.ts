import type Database from 'better-sqlite3';
import type { MetaStore } from '../settings';
import { first } from './rows';

export interface MetaTable extends MetaStore {
  removeMeta(key: string): void;
}

export function metaTable(database: Database.Database): MetaTable {
  const find = database.prepare('SELECT value FROM meta WHERE key = ?');
  const upsert = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM meta WHERE key = ?');
  return {
    removeMeta: (key) => {
      remove.run(key);
    },
    meta: (key) => {
      const value = first(find, key)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    saveMeta: (key, value) => {
      upsert.run(key, value);
    },
  };
}
