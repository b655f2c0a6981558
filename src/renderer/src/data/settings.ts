import type { Settings, SettingsChange } from '../../../shared/model/settings';
import type { Result } from '../../../shared/result';
import { call } from '../api/client';
import { tell, useCall } from './query';

/** The clinic's settings; null until the first answer. */
export function useSettings(): Settings | null {
  return useCall('settings.read', {}).value ?? null;
}

/** Saves a change; what is not in it stays. What would mark or move anybody needs to be confirmed. */
export async function changeSettings(change: SettingsChange, confirmed = false): Promise<Result<Settings>> {
  const answer = await call('settings.change', { ...change, confirmed });
  if (answer.ok) tell('settings.read', {}, answer.value);
  return answer;
}
