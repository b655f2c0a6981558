import type { BrowserWindow } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The walk-in kiosk: full screen unless `windowed`, with no menu to wander off into. */
export function openKioskWindow(windowed: boolean): BrowserWindow {
  const facts = { role: 'kiosk', screen: 'kiosk', doctorId: null } as const;
  const window = createWindow(facts, {
    width: 1080,
    height: 900,
    title: 'Kiosk',
    fullscreen: !windowed,
    autoHideMenuBar: true,
  });
  window.setMenuBarVisibility(false);
  return showWhenReady(window);
}
