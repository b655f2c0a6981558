import type Database from 'better-sqlite3';
import { type Settings, settingsSchema } from '../../../shared/model/settings';
import type { SettingsStore } from '../settings';
import { newestVersion } from './migrate';
import { remembered } from './remembered';
import { first } from './rows';

/** Whether the settings of a database are such; of an older version that is seen once they are brought up to date. */
export function haveSense(database: Database.Database): boolean {
  if (Number(database.pragma('user_version', { simple: true })) !== newestVersion) return true;
  const stored = database.prepare("SELECT value FROM settings WHERE key = 'all'").pluck().get();
  try {
    return typeof stored !== 'string' || settingsSchema.safeParse(JSON.parse(stored)).success;
  } catch {
    return false;
  }
}

/**
 * All settings, in one row. They are asked for with every book, and a logo makes them long: they are read anew only
 * when this connection or another one has changed something.
 */
export function settingsTable(database: Database.Database): SettingsStore {
  const find = database.prepare("SELECT value FROM settings WHERE key = 'all'");
  const upsert = database.prepare(
    `INSERT INTO settings (key, value) VALUES ('all', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  const memory = remembered(database, (): Settings => {
    const stored = first(find)?.value;
    return settingsSchema.parse(typeof stored === 'string' ? JSON.parse(stored) : {});
  });

  return {
    settings: memory.get,
    saveSettings: (settings) => {
      memory.forget();
      upsert.run(JSON.stringify(settings));
    },
  };
}
