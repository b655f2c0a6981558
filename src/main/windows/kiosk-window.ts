import type { BrowserWindow } from 'electron';
import { stayAwakeFor } from './awake';
import { createWindow, showWhenReady } from './create';
import { lock } from './lock';

/** The walk-in kiosk: full screen unless `windowed`, with no menu and no key to wander off by. */
export function openKioskWindow(windowed: boolean): BrowserWindow {
  const facts = { role: 'kiosk', screen: 'kiosk', doctorId: null } as const;
  const window = createWindow(facts, { width: 1080, height: 900, kiosk: !windowed });
  lock(window, !windowed, () => openKioskWindow(windowed));
  stayAwakeFor(window);
  return showWhenReady(window);
}
