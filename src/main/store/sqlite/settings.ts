import type Database from 'better-sqlite3';
import { type Settings, settingsSchema } from '../../../shared/model/settings';
import type { SettingsStore } from '../settings';
import { newestVersion } from './migrate';
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
  // It changes with every commit of another connection, and is that of the transaction it is asked in.
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  let known: { readonly version: unknown; readonly settings: Settings } | undefined;

  function read(): Settings {
    const stored = first(find)?.value;
    return settingsSchema.parse(typeof stored === 'string' ? JSON.parse(stored) : {});
  }

  return {
    settings: () => {
      const version = dataVersion.get();
      if (known && known.version === version) return known.settings;
      const settings = read();
      // Within a transaction they may be unwound again.
      if (!database.inTransaction) known = { version, settings };
      return settings;
    },
    saveSettings: (settings) => {
      known = undefined;
      upsert.run(JSON.stringify(settings));
    },
  };
}
