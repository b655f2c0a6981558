import { app, BrowserWindow, dialog } from 'electron';
import type { StaffLanguage } from '../../shared/model/language';
import { goesOn, type Served } from '../../shared/model/served';
import { keepRunning } from './awake';
import { isEnding } from './lock';
import { followWindows, shownWindows } from './open';
import { isForWaitingRoom } from './places';
import { lossLines, servedLines, words } from './served-words';
import { createTrayIcon } from './tray';

interface Parts {
  readonly iconFile: string;
  /** Of what the system shows for the app; whoever changes it has `look` called. */
  readonly language: () => StaffLanguage;
  /** Of the data that are open; nothing while there are none. */
  readonly served: () => Pick<Served, 'letsIn' | 'devices'>;
  /** How many slips wait for a printer. */
  readonly slipsLeft: () => Promise<number>;
  /** Staff of this computer have read that the app goes on; from then on they have. */
  readonly wasTold: () => boolean;
  readonly keepTold: () => void;
  readonly openStart: () => void;
  readonly openDesk: () => void;
}

/** What becomes of the app when its windows close, and when somebody ends it. */
export interface Staying {
  /** What is served may be another. */
  look(): void;
  /** Ends the app; where that cuts somebody off, after a question. What the system ends is never held up: it does not ask here. */
  quit(): Promise<void>;
  /** Whether the app may end: where that cuts somebody off, whoever sits here is asked. */
  mayEnd(): Promise<boolean>;
  /** The last window of all has closed. */
  nothingOpen(): void;
}

/** Others may need the app when nobody at this computer does: then it goes on without a window. */
export function createStaying(parts: Parts): Staying {
  const { language, openStart, openDesk } = parts;
  const tray = createTrayIcon(parts.iconFile, openStart);
  let before = '';
  let asking = false;
  let telling = false;

  function servedNow(): Served {
    const shows = (screen: string) => shownWindows().some(([, facts]) => facts.screen === screen);
    return { ...parts.served(), board: shows('board'), kiosk: shows('kiosk') };
  }

  function look(): void {
    if (isEnding()) return;
    const served = servedNow();
    // Whoever closed their last window finds the way back there, also when nobody is served any more.
    const isOut = goesOn(served) || (tray.isShown() && staffWindows().length === 0);
    const lines = servedLines(language(), served);
    const now = JSON.stringify([isOut, language(), served]);
    if (now === before) return;
    before = now;
    keepRunning(served.letsIn || served.devices > 0);
    if (!isOut) {
      tray.hide();
      return;
    }
    const say = words[language()];
    tray.show({
      lines,
      actions: [
        { label: say.openStart, act: openStart },
        { label: say.openDesk, act: openDesk },
        { label: say.quitApp, act: () => void quit() },
      ],
    });
  }

  async function quit(): Promise<void> {
    if (asking) return;
    if (await mayEnd()) app.quit();
    else if (shownWindows().length === 0 && !goesOn(servedNow())) openStart();
  }

  /** Asked once: to whoever asks meanwhile it may not. */
  async function mayEnd(): Promise<boolean> {
    if (asking) return false;
    asking = true;
    try {
      const say = words[language()];
      const slips = await parts.slipsLeft().catch(() => 0);
      const losses = lossLines(language(), servedNow(), slips);
      return (
        losses.length === 0 ||
        (await isWished({
          message: say.quitAsk,
          detail: losses.join('\n'),
          yes: say.quit,
          no: say.stay,
          usual: 'no',
        }))
      );
    } finally {
      asking = false;
    }
  }

  async function tell(window: BrowserWindow): Promise<void> {
    telling = true;
    try {
      const say = words[language()];
      const detail = [...servedLines(language(), servedNow()), '', say.howToReturn].join('\n');
      const wish = { message: say.goesOn, detail, yes: say.closeWindow, no: say.back, usual: 'yes' } as const;
      if (!(await isWished(wish, window))) return;
      parts.keepTold();
      if (!window.isDestroyed()) window.close();
    } finally {
      telling = false;
    }
  }

  followWindows((window) => {
    window.on('close', (event) => {
      if (isEnding() || !isLastOfStaff(window) || !goesOn(servedNow()) || parts.wasTold()) return;
      event.preventDefault();
      if (!telling) void tell(window);
    });
    for (const change of ['show', 'closed'] as const) window.on(change as 'show', look);
  });

  return {
    look,
    quit,
    mayEnd,
    nothingOpen() {
      if (!goesOn(servedNow())) void quit();
    },
  };
}

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
  /** What Enter does. */
  readonly usual: 'yes' | 'no';
}

/** Asked over a window of staff's, if there is one; Escape is no. */
async function isWished(question: Question, over = staffWindows().find((one) => one.isFocused())) {
  const { message, detail, yes, no, usual } = question;
  const box = {
    type: 'question' as const,
    title: 'OPD Tokens',
    message,
    detail,
    buttons: [yes, no],
    defaultId: usual === 'yes' ? 0 : 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (over ? dialog.showMessageBox(over, box) : dialog.showMessageBox(box));
  return response === 0;
}

function staffWindows(): readonly BrowserWindow[] {
  return shownWindows().flatMap(([contents, { screen }]) => {
    const window = BrowserWindow.fromWebContents(contents);
    return window && screen !== 'document' && !isForWaitingRoom(screen) ? [window] : [];
  });
}

function isLastOfStaff(window: BrowserWindow): boolean {
  const all = staffWindows();
  return all.length === 1 && all[0] === window;
}
