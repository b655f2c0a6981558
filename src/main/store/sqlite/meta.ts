import type Database from 'better-sqlite3';
import type { MetaStore } from '../settings';
import { first } from './rows';

export function metaTable(database: Database.Database): MetaStore {
  const find = database.prepare('SELECT value FROM meta WHERE key = ?');
  const upsert = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    meta: (key) => {
      const value = first(find, key)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    saveMeta: (key, value) => {
      upsert.run(key, value);
    },
  };
}
