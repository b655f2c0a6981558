import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';
import { primaryMonitor } from './monitors';
import type { Area } from './places';

/**
 * The walk-in kiosk: full screen unless `windowed`, with no menu and no key to wander off by.
 * @param at the monitor to cover, or the place of an ordinary window; default: the system's first
 * @param origin of the computer that serves its page; default: this one
 * @param reopen it went without leave
 */
export function openKioskWindow(
  windowed: boolean,
  at?: Area,
  origin?: string,
  reopen: () => void = () => openKioskWindow(windowed, at, origin),
): BrowserWindow {
  const facts = { role: 'kiosk', screen: 'kiosk', doctorId: null, origin } as const;
  // As large as the monitor by itself, too: where no window manager keeps it full screen, nothing can be seen beside it.
  const place = at ?? (windowed ? { width: 1080, height: 900 } : primaryMonitor().bounds);
  const window = createWindow(facts, { ...place, kiosk: !windowed });
  lock(window, !windowed, reopen);
  stayAwakeFor(window);
  return showWhenReady(window);
}
