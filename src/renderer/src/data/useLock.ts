import { useCallback, useRef, useState } from 'react';

export interface Lock {
  /** True while something runs: show it, and take no other tap. */
  readonly busy: boolean;
  /** Runs `work` unless something runs already; then answers null and does nothing. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
}

/**
 * One request at a time. The ref, not the state, is the lock: two taps within one frame both see the
 * old state, and would make two tokens.
 */
export function useLock(): Lock {
  const locked = useRef(false);
  const [busy, setBusy] = useState(false);

  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (locked.current) return null;
    locked.current = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      locked.current = false;
      setBusy(false);
    }
  }, []);

  return { busy, run };
}
