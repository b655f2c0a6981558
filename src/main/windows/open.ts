import { app, BrowserWindow } from 'electron';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen, SettingsSection } from '../../shared/model/screen';
import { openAdminWindow, showSection } from './admin-window';
import { openBoardWindow } from './board-window';
import { openDeskWindow } from './desk-window';
import { openDoctorWindow } from './doctor-window';
import { openHomeWindow } from './home-window';
import { openKioskWindow } from './kiosk-window';
import { openLiveWindow } from './live-window';
import { closeForGood, endForGood } from './lock';
import { type Area, isForWaitingRoom } from './places';
import { everyWindow, type WindowFacts } from './registry';
import { openReportsWindow } from './reports-window';
import { wake } from './revive';
import { openSummaryWindow } from './summary-window';

/** How a window is to be opened. */
interface OpenWishes {
  readonly windowed: boolean;
  readonly another?: boolean | undefined;
  readonly serviceDay?: string | undefined;
  readonly section?: SettingsSection | undefined;
  /** Of a kiosk or a board: the monitor that it covers; in an ordinary window its place. */
  readonly at?: Area | undefined;
}

const openers: Readonly<Record<Screen, (doctorId: DoctorId | null, wishes: OpenWishes) => BrowserWindow>> = {
  home: () => openHomeWindow(),
  desk: openDeskWindow,
  admin: (_doctorId, { section }) => openAdminWindow(section),
  doctor: openDoctorWindow,
  kiosk: (_doctorId, { windowed, at }) => openKioskWindow(windowed, at),
  board: (_doctorId, { windowed, at }) => openBoardWindow(windowed, at),
  live: () => openLiveWindow(),
  summary: (doctorId, { serviceDay }) => openSummaryWindow(doctorId, serviceDay),
  reports: () => openReportsWindow(),
};

/** Opens a screen in a window of its own; unless another is wished for, brings the one there is to the front, alive. */
export function openScreen(screen: Screen, doctorId: DoctorId | null, wishes: OpenWishes): void {
  const existing = everyWindow().find(
    ([, facts]) =>
      facts.screen === screen && facts.doctorId === doctorId && facts.query?.day === wishes.serviceDay,
  );
  const window = existing && BrowserWindow.fromWebContents(existing[0]);
  if (window && wishes.another !== true) {
    wake(window.webContents);
    if (wishes.section !== undefined) showSection(window, wishes.section);
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return;
  }
  openers[screen](doctorId, wishes);
}

/**
 * Closes every window on a screen, locked or not. If none would be left, the start screen opens first: closing is not quitting.
 * @param close default: as its user would; at once, where the screen may have to open again in the next moment
 */
export function closeScreen(screen: Screen, close = closeForGood): void {
  const closing = everyWindow().filter(([, facts]) => facts.screen === screen);
  if (closing.length === shownWindows().length) openHomeWindow();
  for (const [contents] of closing) {
    const window = BrowserWindow.fromWebContents(contents);
    if (window) close(window);
  }
}

export interface ShownScreen {
  readonly screen: Screen;
  readonly doctorId: DoctorId | null;
  /** Of a kiosk or a board: its place, which it must not change by itself. */
  readonly at?: Area | undefined;
}

/** What is open now, the start screen first: it is there whatever else is. */
export function shownScreens(): readonly ShownScreen[] {
  const shown = shownWindows().flatMap(([contents, { screen, doctorId }]) => {
    if (!isScreen(screen) || screen === 'home') return [];
    const at = isForWaitingRoom(screen) ? BrowserWindow.fromWebContents(contents)?.getBounds() : undefined;
    return [{ screen, doctorId, at }];
  });
  return [{ screen: 'home', doctorId: null }, ...shown];
}

const isScreen = (screen: WindowFacts['screen']): screen is Screen => Object.hasOwn(openers, screen);

export function isShown({ screen, doctorId }: ShownScreen): boolean {
  return shownWindows().some(([, facts]) => facts.screen === screen && facts.doctorId === doctorId);
}

/** Every window that can be seen goes at once, and none is asked; a slip on its way to a printer is let go there. */
export function closeShownWindows(): void {
  closeWindows(shownWindows());
}

export function closeWindows(windows: ReturnType<typeof shownWindows>): void {
  for (const [contents] of windows) {
    const window = BrowserWindow.fromWebContents(contents);
    if (window) endForGood(window);
  }
}

/** Whenever the last window that anyone can see was closed. */
export function onNothingShown(listener: () => void): void {
  followWindows((window) => {
    window.once('closed', () => {
      if (shownWindows().length === 0) listener();
    });
  });
}

/** Every window that there is, as the first is from the start on, and each that comes. */
export function followWindows(follow: (window: BrowserWindow) => void): void {
  for (const window of BrowserWindow.getAllWindows()) follow(window);
  app.on('browser-window-created', (_event, window) => follow(window));
}

/** Slips are made in a window that is never shown; a page may outlive its window by a moment. */
export function shownWindows(): ReturnType<typeof everyWindow> {
  return everyWindow().filter(
    ([contents, { screen }]) =>
      screen !== 'slip' && !contents.isDestroyed() && BrowserWindow.fromWebContents(contents) !== null,
  );
}
