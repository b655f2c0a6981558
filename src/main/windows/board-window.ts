import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';
import { boardMonitor } from './monitors';
import type { Area } from './places';

/**
 * The waiting room's screen: full screen, unless `windowed`. Not where reception works, if there is another monitor.
 * @param at the monitor to cover, or the place of an ordinary window
 */
export function openBoardWindow(windowed: boolean, at?: Area): BrowserWindow {
  const facts = { role: 'board', screen: 'board', doctorId: null } as const;
  const { x, y } = at ?? boardMonitor()?.bounds ?? {};
  const corner = x === undefined || y === undefined ? {} : { x, y };
  const window = createWindow(facts, {
    ...(windowed ? (at ?? { width: 1280, height: 720 }) : { ...corner, fullscreen: true }),
  });
  lock(window, !windowed, () => openBoardWindow(windowed, at));
  stayAwakeFor(window);
  return showWhenReady(window);
}
