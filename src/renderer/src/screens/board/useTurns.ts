import { useEffect, useState } from 'react';

/** How long a page stands: long enough to find one's number twice. */
const TURN_MS = 12_000;

/** What should be seen at once, whatever is shown now. */
interface Wanted {
  readonly index: number;
  /** Tells one wish from the next. */
  readonly key: string;
}

/** Which of several things is shown now: each in turn, and at once the one that is wanted. */
export function useTurns(count: number, wanted: Wanted | null = null): number {
  const [turn, setTurn] = useState(0);
  const [granted, setGranted] = useState<string | null>(null);
  const key = wanted?.key ?? null;
  // While rendering, so that no frame shows the wrong page.
  if (wanted !== null && key !== granted) {
    setGranted(key);
    setTurn(wanted.index);
  }
  useEffect(() => {
    if (count < 2) return;
    const timer = setTimeout(() => setTurn((turn + 1) % count), TURN_MS);
    return () => clearTimeout(timer);
  }, [turn, count]);
  return turn % Math.max(1, count);
}
