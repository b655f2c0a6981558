import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for good that does what the latest one does: whoever is handed it need not be rendered again. */
export function useStable<A extends readonly unknown[], R>(latest: (...args: A) => R): (...args: A) => R {
  const kept = useRef(latest);
  useLayoutEffect(() => {
    kept.current = latest;
  });
  return useCallback((...args: A) => kept.current(...args), []);
}
