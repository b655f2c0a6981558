import { type BrowserWindow, screen } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';

/** The waiting room's screen: full screen on the second monitor where there is one, unless `windowed`. */
export function openBoardWindow(windowed: boolean): BrowserWindow {
  const facts = { role: 'board', screen: 'board', doctorId: null } as const;
  const own = screen.getPrimaryDisplay();
  const { bounds } = screen.getAllDisplays().find(({ id }) => id !== own.id) ?? own;
  const window = createWindow(facts, {
    ...(windowed ? { width: 1280, height: 720 } : { x: bounds.x, y: bounds.y, fullscreen: true }),
  });
  lock(window, !windowed, () => openBoardWindow(windowed));
  stayAwakeFor(window);
  return showWhenReady(window);
}
