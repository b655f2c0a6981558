import { create } from 'zustand';
import type { Settings, SettingsChange } from '../../../shared/model/settings';
import type { Result } from '../../../shared/result';
import { call, subscribe } from '../api/client';
import { createRefresher } from './refresher';

/** The clinic's settings; null until the first answer. */
export const useSettings = create<{ readonly settings: Settings | null }>(() => ({ settings: null }));

const mirror = createRefresher(async () => {
  const answer = await call('settings.read', {});
  if (answer.ok) useSettings.setState({ settings: answer.value });
  return answer.ok;
});

/** Fetches the settings now and whenever they change. Returns the function that stops it. */
export function followSettings(): () => void {
  mirror.refresh();
  return subscribe((event) => {
    if (event.type === 'everythingChanged') mirror.refresh();
  });
}

/** Saves a change; what is not in it stays. What would mark or move anybody needs to be confirmed. */
export async function changeSettings(change: SettingsChange, confirmed = false): Promise<Result<Settings>> {
  const answer = await call('settings.change', { ...change, confirmed });
  if (answer.ok) useSettings.setState({ settings: answer.value });
  return answer;
}
