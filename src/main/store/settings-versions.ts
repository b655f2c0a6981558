import type { SettingsVersionId } from '../../shared/model/ids';
import type { SettingsVersion } from '../../shared/model/settings-version';

/** Every change of what decides who gets which seat, made and to be made. */
export interface SettingsVersionStore {
  /** The latest first, at most `limit`. */
  settingsVersions(limit: number): readonly SettingsVersion[];
  settingsVersion(id: SettingsVersionId): SettingsVersion | undefined;
  /** Those that wait for their day, in the order in which they are to be made. */
  scheduledSettings(): readonly SettingsVersion[];
}
