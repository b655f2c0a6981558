import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';
import type { Area } from './places';

/**
 * The walk-in kiosk: full screen unless `windowed`, with no menu and no key to wander off by.
 * @param at the monitor to cover, or the place of an ordinary window; default: where the system puts it
 */
export function openKioskWindow(windowed: boolean, at?: Area): BrowserWindow {
  const facts = { role: 'kiosk', screen: 'kiosk', doctorId: null } as const;
  const window = createWindow(facts, { width: 1080, height: 900, ...at, kiosk: !windowed });
  lock(window, !windowed, () => openKioskWindow(windowed, at));
  stayAwakeFor(window);
  return showWhenReady(window);
}
