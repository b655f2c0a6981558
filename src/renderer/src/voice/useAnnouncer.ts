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
    let made: Announcer | null = null;
    let gone = false;
    const wake = (): void => made?.wake();
    void soundCardFound().then(() => {
      if (gone) return;
      made = createAnnouncer(clinicClock);
      made.wake();
      setAnnouncer(made);
    });
    document.addEventListener('pointerdown', wake);
    document.addEventListener('keydown', wake);
    return () => {
      gone = true;
      document.removeEventListener('pointerdown', wake);
      document.removeEventListener('keydown', wake);
      made?.close();
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

/**
 * Looks for the sound card beforehand: whoever asks for sound first waits until the system has found one, and the whole
 * page with it, for a second and more where there is none, and for as long as the main process stands still.
 */
async function soundCardFound(): Promise<void> {
  // Browsers offer it to secure pages only.
  if (!('mediaDevices' in navigator)) return;
  await navigator.mediaDevices.enumerateDevices().catch(() => undefined);
}
