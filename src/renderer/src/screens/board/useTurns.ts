import { useEffect, useState } from 'react';

/** How long a page stands: long enough to find one's number twice. */
const TURN_MS = 12_000;

/** What should be seen at once, whatever is shown now. */
interface Wanted {
  readonly index: number;
  /** Tells one wish from the next. */
  readonly key: string;
}

/** Which of several things is shown now: each in turn, and at once the one that is wanted; that one stands anew. */
export function useTurns(count: number, wanted: Wanted | null = null): number {
  const [shown, setShown] = useState<{ index: number; key: string | null }>({ index: 0, key: null });
  // While rendering, so that no frame shows the wrong page.
  if (wanted !== null && wanted.key !== shown.key) setShown(wanted);
  useEffect(() => {
    if (count < 2) return;
    const turn = (): void => setShown({ ...shown, index: (shown.index + 1) % count });
    const timer = setTimeout(turn, TURN_MS);
    return () => clearTimeout(timer);
  }, [shown, count]);
  return shown.index % Math.max(1, count);
}
