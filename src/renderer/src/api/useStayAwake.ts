import { useEffect } from 'react';
import { inBrowser } from './client';

/**
 * Keeps the display of another device on while this page is looked at; in the app main does it. The browser takes the
 * lock away when the page is hidden, so it is asked for again on return. Not every browser has one, and over plain http
 * none gives it: then the device's own settings must do.
 */
export function useStayAwake(): void {
  useEffect(() => {
    if (!inBrowser || !('wakeLock' in navigator)) return;
    let kept: WakeLockSentinel | null = null;
    let ended = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        const lock = await navigator.wakeLock.request('screen');
        if (ended) return void lock.release();
        kept = lock;
      } catch (error) {
        console.warn('The display may fall asleep.', error);
      }
    };
    const onVisible = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', onVisible);
      void kept?.release();
    };
  }, []);
}
