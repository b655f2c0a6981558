import { create } from 'zustand';
import type { VoiceSettings } from '../../../shared/model/board-settings';
import { call, subscribe } from '../api/client';
import { createRefresher } from './refresher';

/** How the waiting room is spoken to, as any window may know it that speaks; null until the first answer. */
export const useVoice = create<{ readonly voice: VoiceSettings | null }>(() => ({ voice: null }));

const mirror = createRefresher(async () => {
  const answer = await call('voice.settings', {});
  if (answer.ok) useVoice.setState({ voice: answer.value });
  return answer.ok;
});

/** Fetches the settings of the voice now and whenever they change. Returns the function that stops it. */
export function followVoice(): () => void {
  mirror.refresh();
  return subscribe((event) => {
    if (event.type === 'everythingChanged') mirror.refresh();
  });
}
