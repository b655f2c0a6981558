import { BrowserWindow, type Display, screen } from 'electron';
import { type Monitor, monitorForBoard, monitorUnder } from './places';
import { everyWindow } from './registry';

export function monitorsNow(): readonly Monitor[] {
  return screen.getAllDisplays().map(monitorOf);
}

export function primaryMonitor(): Monitor {
  return monitorOf(screen.getPrimaryDisplay());
}

/** The one that most of the window is on. */
export function monitorOfWindow(window: BrowserWindow): Monitor {
  return monitorUnder(window.getBounds(), monitorsNow()) ?? primaryMonitor();
}

/** Where a board opens that somebody asks for; undefined: only reception's monitor is there. */
export function boardMonitor(): Monitor | undefined {
  return monitorForBoard(monitorsNow(), receptionMonitor().id);
}

/** Where the desk is, else the start screen. */
function receptionMonitor(): Monitor {
  for (const name of ['desk', 'home']) {
    const [contents] = everyWindow().find(([, facts]) => facts.screen === name) ?? [];
    const window = contents && !contents.isDestroyed() ? BrowserWindow.fromWebContents(contents) : null;
    if (window) return monitorOfWindow(window);
  }
  return primaryMonitor();
}

function monitorOf({ id, label, bounds, workArea }: Display): Monitor {
  return { id, label, bounds: { ...bounds }, workArea: { ...workArea } };
}
