import type Database from 'better-sqlite3';
import { type SettingsVersion, settingsVersionSchema } from '../../../shared/model/settings-version';
import type { SettingsVersionStore } from '../settings-versions';
import { all, first, type Row } from './rows';

export interface SettingsVersionTable {
  readonly face: SettingsVersionStore;
  /** Adds one, or writes what became of one that was scheduled; its place in the order stays. */
  saveSettingsVersion(version: SettingsVersion): void;
}

/** Rules that are newer than a version have in it what they are by default. */
const versionOf = (row: Row): SettingsVersion => settingsVersionSchema.parse(JSON.parse(String(row.body)));

export function settingsVersionTable(database: Database.Database): SettingsVersionTable {
  const latest = database.prepare('SELECT body FROM settings_versions ORDER BY position DESC LIMIT ?');
  const get = database.prepare('SELECT body FROM settings_versions WHERE id = ?');
  const scheduled = database.prepare(
    "SELECT body FROM settings_versions WHERE state = 'scheduled' ORDER BY holds_from, position",
  );
  const upsert = database.prepare(
    `INSERT INTO settings_versions (id, state, holds_from, made_at, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
  );
  return {
    face: {
      settingsVersions: (limit) => all(latest, limit).map(versionOf),
      settingsVersion: (id) => {
        const row = first(get, id);
        return row && versionOf(row);
      },
      scheduledSettings: () => all(scheduled).map(versionOf),
    },
    saveSettingsVersion: (version) => {
      const { id, state, holdsFrom, madeAt } = version;
      upsert.run(id, state, holdsFrom, madeAt, JSON.stringify(version));
    },
  };
}
