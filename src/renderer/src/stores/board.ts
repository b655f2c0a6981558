import { create } from 'zustand';
import type { BoardView } from '../../../shared/model/board';
import { call, subscribe } from '../api/client';
import { setClock, useApp } from './app';
import { hearCalls } from './boardCalls';
import { createRefresher } from './refresher';

interface BoardState {
  /** The last state main told; null until the first. It stays when main falls silent. */
  readonly view: BoardView | null;
  /** Nothing was heard for a while, or main could not answer: what is shown may be old, and must say so. */
  readonly silent: boolean;
}

export const useBoard = create<BoardState>(() => ({ view: null, silent: false }));

/** Slots begin and end, and waits grow, without any event. */
const OLD_MS = 15_000;

const mirror = createRefresher(async () => {
  const answer = await call('board.view', {});
  if (!answer.ok) {
    useBoard.setState({ silent: true });
    return false;
  }
  setClock(answer.value.now);
  useBoard.setState({ view: answer.value, silent: false });
  hearCalls(answer.value);
  return true;
});

/** Keeps the board's view fresh: after each change, and at the beat of main's heart. Returns what stops it. */
export function followBoard(): () => void {
  mirror.refresh();
  const stopEvents = subscribe((event) => {
    const { view, silent } = useBoard.getState();
    if (event.type === 'heartbeat') {
      if (silent || view === null || event.now - view.now >= OLD_MS) mirror.refresh();
    } else if (changesBoard(event.type)) mirror.refresh();
  });
  const stopSilence = useApp.subscribe(({ connection }, before) => {
    if (connection === 'lost' && before.connection !== 'lost') useBoard.setState({ silent: true });
  });
  return () => {
    stopEvents();
    stopSilence();
  };
}

function changesBoard(type: string): boolean {
  return type === 'bookChanged' || type === 'dayChanged' || type === 'everythingChanged';
}
