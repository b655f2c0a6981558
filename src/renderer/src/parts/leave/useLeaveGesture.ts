import { useCallback, useEffect, useRef, useState } from 'react';

/** How long the clinic's name must be held down. */
const HOLD_MS = 3_000;

/** For the element that is held down. */
export interface Hold {
  onPointerDown(): void;
  onPointerUp(): void;
  onPointerLeave(): void;
  onPointerCancel(): void;
}

/**
 * What staff do to leave a kiosk or a board, and a patient never does by chance: hold the clinic's name for three
 * seconds, or press Ctrl+Shift+L. Main presses the same where somebody tries to close the window (windows/lock.ts).
 */
export function useLeaveGesture(): { asked: boolean; stay: () => void; hold: Hold } {
  const [asked, setAsked] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = useCallback(() => clearTimeout(timer.current), []);
  const stay = useCallback(() => setAsked(false), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.shiftKey || event.code !== 'KeyL') return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      release();
    };
  }, [release]);

  return {
    asked,
    stay,
    hold: {
      onPointerDown() {
        release();
        timer.current = setTimeout(() => setAsked(true), HOLD_MS);
      },
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
    },
  };
}
