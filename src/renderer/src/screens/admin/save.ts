import type { SettingsChange } from '../../../../shared/model/settings';
import { i18n } from '../../i18n';
import { changeSettings } from '../../stores/settings';
import { say, sayError } from '../../ui/toasts';

/** Saves a change of settings and says how it went. */
export async function save(change: SettingsChange): Promise<void> {
  const answer = await changeSettings(change);
  if (answer.ok) say(i18n.t('admin:saved'));
  else sayError(answer.error);
}
