import { BrowserWindow } from 'electron';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen } from '../../shared/model/view';
import { openDeskWindow } from './desk-window';
import { openDoctorWindow } from './doctor-window';
import { openHomeWindow } from './home-window';
import { openKioskWindow } from './kiosk-window';
import { everyWindow } from './registry';

/** Opens a screen in a window of its own, or brings the one there is to the front. */
export function openScreen(screen: Screen, doctorId: DoctorId | null, windowed: boolean): void {
  const existing = everyWindow().find(([, facts]) => facts.screen === screen && facts.doctorId === doctorId);
  const window = existing && BrowserWindow.fromWebContents(existing[0]);
  if (window) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  if (screen === 'home') openHomeWindow();
  else if (screen === 'desk') openDeskWindow();
  else if (screen === 'kiosk') openKioskWindow(windowed);
  else openDoctorWindow(doctorId);
}

/** Closes every window on a screen. If none would be left, the start screen opens first: closing is not quitting. */
export function closeScreen(screen: Screen): void {
  const closing = everyWindow().filter(([, facts]) => facts.screen === screen);
  if (closing.length === everyWindow().length) openHomeWindow();
  for (const [contents] of closing) BrowserWindow.fromWebContents(contents)?.close();
}
