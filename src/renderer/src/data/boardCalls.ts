import { create } from 'zustand';
import type { BoardCall, BoardView } from '../../../shared/model/board';

/** Whoever was called longer ago has read it on the board or gone in: it is not said any more. */
const TOO_OLD_MS = 20_000;
const KEPT = 50;

interface BoardCallsState {
  /**
   * The calls made since this board was opened, oldest first, each once. A board that was just opened or loaded
   * anew says nothing of what was called before; one back from a silence says only what is still recent.
   */
  readonly calls: readonly BoardCall[];
}

/** What the voice announces. */
export const useBoardCalls = create<BoardCallsState>(() => ({ calls: [] }));

let seen: ReadonlySet<string> | null = null;

/** Takes the new calls out of a view. */
export function hearCalls(view: BoardView): void {
  const fresh = newCalls(view, seen);
  seen = new Set([...(seen ?? []), ...view.calls.map(({ key }) => key)].slice(-4 * KEPT));
  if (fresh.length > 0) {
    useBoardCalls.setState(({ calls }) => ({ calls: [...calls, ...fresh].slice(-KEPT) }));
  }
}

/**
 * The calls of a view that were not there before, oldest first.
 * @param known keys of the calls seen so far; null: this is the first view
 */
export function newCalls({ calls, now }: BoardView, known: ReadonlySet<string> | null): BoardCall[] {
  if (known === null) return [];
  return calls.filter(({ key, at }) => !known.has(key) && now - at <= TOO_OLD_MS).reverse();
}
