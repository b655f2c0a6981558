import Database from 'better-sqlite3';
import type { Binding } from '../copies/inspect';
import { makeSchema } from '../store/sqlite/migrate';

/** They act by themselves, whatever the app does. */
const RULES = `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
  WHERE type IN ('trigger', 'view') ORDER BY 1`;

/** Whether a database that is up to date has the triggers it should have, and none that somebody else put there. */
export function hasOwnRules(database: Database.Database, { nativeBinding }: Binding): boolean {
  const fresh = new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding });
  try {
    makeSchema(fresh, 0);
    const [own, should] = [database, fresh].map((one) => one.prepare(RULES).pluck().all().join('\n'));
    return own === should;
  } finally {
    fresh.close();
  }
}
