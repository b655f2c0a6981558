import type { Settings } from '../../shared/model/settings';

export interface SettingsStore {
  settings(): Settings;
  saveSettings(settings: Settings): void;
}

/** One of them. */
export interface Fact {
  readonly key: string;
  readonly value: string;
}

/** Facts kept by name, that are no settings: no page reads them. */
export interface MetaStore {
  meta(key: string): string | undefined;
  saveMeta(key: string, value: string): void;
}
