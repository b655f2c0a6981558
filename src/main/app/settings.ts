import type { Settings, SettingsChange } from '../../shared/model/settings';
import { ok, type Result } from '../../shared/result';
import type { Environment } from './environment';

/** Changes what is given and leaves the rest; every window fetches anew. */
export async function changeSettings(
  { store, publish }: Environment,
  change: SettingsChange,
): Promise<Result<Settings>> {
  const now = await store.settings();
  const changed: Settings = {
    clinic: { ...now.clinic, ...change.clinic },
    rules: { ...now.rules, ...change.rules },
    print: { ...now.print, ...change.print },
    board: { ...now.board, ...change.board },
    voice: { ...now.voice, ...change.voice },
    network: { ...now.network, ...change.network },
  };
  await store.saveSettings(changed);
  publish({ type: 'everythingChanged' });
  return ok(changed);
}
