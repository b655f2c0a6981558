import { useEffect, useState } from 'react';
import type { VoiceSettings } from '../../../shared/model/board-settings';
import { clinicNow } from '../data/clock';
import { statusNow } from '../data/status';
import { type Announcer, createAnnouncer } from './announcer';
import type { Call } from './call';

/** The clinic's clock, as the main process keeps it. */
export const clinicClock = {
  now: clinicNow,
  timeZone: () => statusNow()?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/**
 * Says these calls, each once, as the clinic has set it. A call that was already there when the window opened is
 * said too, so give it no old ones.
 * @returns null until the sound card is asked for, after the first rendering
 */
export function useAnnouncer(calls: readonly Call[], voice: VoiceSettings): Announcer | null {
  const [announcer, setAnnouncer] = useState<Announcer | null>(null);
  useEffect(() => {
    const made = createAnnouncer(clinicClock);
    made.wake();
    document.addEventListener('pointerdown', made.wake);
    document.addEventListener('keydown', made.wake);
    setAnnouncer(made);
    return () => {
      document.removeEventListener('pointerdown', made.wake);
      document.removeEventListener('keydown', made.wake);
      made.close();
      setAnnouncer(null);
    };
  }, []);
  // Before the calls: the first must be said as set.
  useEffect(() => announcer?.follow(voice), [announcer, voice]);
  useEffect(() => {
    for (const call of calls) announcer?.call(call);
  }, [announcer, calls]);
  return announcer;
}
