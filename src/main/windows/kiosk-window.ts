import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';
import { primaryMonitor } from './monitors';
import type { Area } from './places';

/**
 * The walk-in kiosk: full screen unless `windowed`, with no menu and no key to wander off by.
 * @param at the monitor to cover, or the place of an ordinary window; default: the system's first
 */
export function openKioskWindow(windowed: boolean, at?: Area): BrowserWindow {
  const facts = { role: 'kiosk', screen: 'kiosk', doctorId: null } as const;
  // As large as the monitor by itself, too: where no window manager keeps it full screen, nothing can be seen beside it.
  const place = at ?? (windowed ? { width: 1080, height: 900 } : primaryMonitor().bounds);
  const window = createWindow(facts, { ...place, kiosk: !windowed });
  lock(window, !windowed, () => openKioskWindow(windowed, at));
  stayAwakeFor(window);
  return showWhenReady(window);
}
