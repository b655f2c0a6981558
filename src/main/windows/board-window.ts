import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';
import { boardMonitor, primaryMonitor } from './monitors';
import type { Area } from './places';

/**
 * The waiting room's screen: full screen, unless `windowed`. Not where reception works, if there is another monitor.
 * @param at the monitor to cover, or the place of an ordinary window
 * @param origin of the computer that serves its page; default: this one
 * @param reopen it went without leave
 */
export function openBoardWindow(
  windowed: boolean,
  at?: Area,
  origin?: string,
  reopen: () => void = () => openBoardWindow(windowed, at, origin),
): BrowserWindow {
  const facts = { role: 'board', screen: 'board', doctorId: null, origin } as const;
  const window = createWindow(facts, {
    ...(at ?? (windowed ? { width: 1280, height: 720 } : (boardMonitor() ?? primaryMonitor()).bounds)),
    fullscreen: !windowed,
  });
  lock(window, !windowed, reopen);
  stayAwakeFor(window);
  return showWhenReady(window);
}
