import { useEffect, useState } from 'react';
import { clinicNow, useApp } from '../stores/app';
import { followVoice, useVoice } from '../stores/voice';
import { type Announcer, createAnnouncer } from './announcer';
import type { Call } from './call';

/** The clinic's clock, as the main process keeps it. */
export const clinicClock = {
  now: clinicNow,
  timeZone: () => useApp.getState().status?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/**
 * Says these calls, each once, as the clinic has set it. A call that was already there when the window opened is
 * said too, so give it no old ones.
 * @returns null until the settings are known
 */
export function useAnnouncer(calls: readonly Call[]): Announcer | null {
  const [announcer, setAnnouncer] = useState<Announcer | null>(null);
  const isKnown = useVoice(({ voice }) => voice !== null);
  useEffect(followVoice, []);
  useEffect(() => {
    const { voice } = useVoice.getState();
    if (!isKnown || voice === null) return;
    const made = createAnnouncer(voice, clinicClock);
    const unfollow = useVoice.subscribe((state) => {
      if (state.voice !== null) made.follow(state.voice);
    });
    made.wake();
    document.addEventListener('pointerdown', made.wake);
    document.addEventListener('keydown', made.wake);
    setAnnouncer(made);
    return () => {
      unfollow();
      document.removeEventListener('pointerdown', made.wake);
      document.removeEventListener('keydown', made.wake);
      made.close();
      setAnnouncer(null);
    };
  }, [isKnown]);
  useEffect(() => {
    for (const call of calls) announcer?.call(call);
  }, [announcer, calls]);
  return announcer;
}
