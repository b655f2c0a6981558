import { useEffect, useState } from 'react';

/** Ms without a touch until the warning, and from the warning to the wipe. */
const IDLE_MS = 60_000;
const WARN_MS = 20_000;

const CHECK_MS = 250;

/**
 * Watches over a visit somebody may have walked away from.
 * @returns the seconds left to answer the warning, or null while there is none. Any touch or key takes it back.
 */
export function useIdle(active: boolean, onLeft: () => void): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);

  useEffect(() => {
    if (!active) return;
    let touchedAt = Date.now();
    const touch = (): void => {
      touchedAt = Date.now();
      setSecondsLeft(null);
    };
    const timer = setInterval(() => {
      const left = IDLE_MS + WARN_MS - (Date.now() - touchedAt);
      if (left <= 0) onLeft();
      else setSecondsLeft(left <= WARN_MS ? Math.ceil(left / 1_000) : null);
    }, CHECK_MS);
    const signs = ['pointerup', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, touch);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch);
      setSecondsLeft(null);
    };
  }, [active, onLeft]);

  return secondsLeft;
}
