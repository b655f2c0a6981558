import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import log from 'electron-log/node';
import type { StationKind } from '../shared/model/computer';
import { askNetwork } from './ask-network';
import { isReception } from './reception';
import { closeForGood } from './windows/lock';
import { openRemoteWindow } from './windows/remote-windows';
import { stationWords } from './windows/station-words';

interface Parts {
  readonly origin: string;
  readonly kind: StationKind;
  readonly windowed: boolean;
  /** The address was given on the command line: it cannot be given up here. */
  readonly isGiven: boolean;
  /** The other computer has another name from now on. */
  readonly keepOrigin: (origin: string) => void;
  /** From the next start on this computer keeps the data itself. Throws where that cannot be kept. */
  readonly giveUp: () => void;
}

/** The app on a computer that keeps no data: one window on the pages of the one that does. */
export interface RemoteStation {
  begin(): void;
  showHome(): void;
  /** The last window has closed. */
  nothingOpen(): void;
  /** Somebody at this computer wants its own data back. */
  giveUp(): void;
}

export function createRemoteStation(parts: Parts): RemoteStation {
  const { kind, windowed, isGiven } = parts;
  const isLocked = kind === 'kiosk' || kind === 'board';
  const say = stationWords[app.getLocale().startsWith('hi') ? 'hi' : 'en'];
  let { origin } = parts;
  let window: BrowserWindow | undefined;
  let asking = false;

  function open(): void {
    const opened = openRemoteWindow(kind, origin, windowed, {
      answers: (address) => isReception(address, askNetwork),
      onRenamed: (renamed) => {
        origin = renamed;
        if (!isGiven) parts.keepOrigin(renamed);
      },
      onLeft: () => void left(opened),
      onLost: open,
    });
    window = opened;
    opened.once('closed', () => {
      if (window === opened) window = undefined;
    });
  }

  /** The PIN was right: behind a kiosk of its own there is nothing but this question. */
  async function left(screen: BrowserWindow): Promise<void> {
    if (asking) return;
    asking = true;
    closeForGood(screen);
    const buttons = [say.again(kind), say.quit, ...(isGiven ? [] : [say.ownData])];
    const { response } = await dialog.showMessageBox({
      ...box(buttons),
      message: say.shows(kind, origin),
      detail: isGiven ? '' : say.ownDataText,
      cancelId: 0,
    });
    asking = false;
    if (response === 0) open();
    else if (response === 1) app.quit();
    else if (!giveUp()) open();
  }

  /** What cannot be kept is said, and all stays as it was. */
  function giveUp(): boolean {
    try {
      parts.giveUp();
      return true;
    } catch (error) {
      log.error('whose data are shown could not be kept', error);
      dialog.showErrorBox('OPD Tokens', say.notKept);
      return false;
    }
  }

  /** In front of staff there is no PIN to ask for, and a menu. */
  async function askToGiveUp(): Promise<void> {
    const { response } = await dialog.showMessageBox({
      ...box([say.back, say.ownData]),
      message: say.shows(kind, origin),
      detail: say.ownDataText,
      cancelId: 0,
    });
    if (response === 1) giveUp();
  }

  function showMenu(): void {
    const own = { label: say.ownDataAsk, click: () => void askToGiveUp() };
    const quit = { label: say.quit, accelerator: 'CommandOrControl+Q', click: () => app.quit() };
    const submenu = [...(isGiven ? [] : [own, { type: 'separator' as const }]), quit];
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: say.menu, submenu }]));
  }

  return {
    begin() {
      if (!isLocked) showMenu();
      // Nothing is saved there by strangers, and no dialog shows them this computer's folders.
      else session.defaultSession.on('will-download', (event) => event.preventDefault());
      open();
    },
    showHome() {
      if (asking) return;
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    nothingOpen() {
      if (!asking) app.quit();
    },
    giveUp: () => void giveUp(),
  };
}

const box = (buttons: string[]) => ({
  type: 'question' as const,
  title: 'OPD Tokens',
  buttons,
  defaultId: 0,
  noLink: true,
});
