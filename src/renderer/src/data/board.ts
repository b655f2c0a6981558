import type { BoardView } from '../../../shared/model/board';
import { useLost } from './link';
import { useCall } from './query';

interface Board {
  /** The last state main told; null until the first. It stays when main falls silent. */
  readonly view: BoardView | null;
  /** Nothing was heard for a while, or main could not answer: what is shown may be old, and must say so. */
  readonly silent: boolean;
}

/** What the waiting room sees. */
export function useBoard(): Board {
  const { value, error } = useCall('board.view', {});
  const lost = useLost();
  return { view: value ?? null, silent: lost || error !== undefined };
}
