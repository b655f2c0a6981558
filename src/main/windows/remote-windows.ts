import type { BrowserWindow, WebContents } from 'electron';
import type { StationKind } from '../../shared/model/computer';
import { openBoardWindow } from './board-window';
import { openHomeWindow } from './home-window';
import { openKioskWindow } from './kiosk-window';
import { awayUrl, ownUrl } from './pages';
import { identify, register } from './registry';

interface Parts {
  /** Whether the other computer answers. */
  readonly answers: (origin: string) => Promise<boolean>;
  /** It has told the page another name of its own, under which it stays known when its number changes. */
  readonly onRenamed: (origin: string) => void;
  /** Staff have closed the screen, by the PIN that the other computer asks for. */
  readonly onLeft: () => void;
  /** A locked one went without leave. */
  readonly onLost: () => void;
}

/** Looked for so often while it is away. */
const AGAIN_AFTER_MS = 3_000;
/** Chromium's: a navigation that another one took the place of. */
const ABORTED = -3;

/**
 * One window on the pages of another computer. While that does not answer a page of the app's own stands there, and the
 * screen comes back with it.
 */
export function openRemoteWindow(
  kind: StationKind,
  origin: string,
  windowed: boolean,
  { answers, onRenamed, onLeft, onLost }: Parts,
): BrowserWindow {
  const window = openers[kind](origin, windowed, onLost);
  const { webContents } = window;
  let looking: NodeJS.Timeout | undefined;
  const originNow = (): string => identify(webContents)?.origin ?? origin;

  function look(): void {
    clearTimeout(looking);
    looking = setTimeout(() => {
      void answers(originNow()).then((isThere) => {
        if (webContents.isDestroyed()) return;
        if (isThere) void show(webContents, ownUrl(webContents));
        else look();
      });
    }, AGAIN_AFTER_MS);
  }
  function away(): void {
    void show(webContents, awayUrl(originNow()));
    look();
  }
  webContents.on('did-fail-load', (_event, code, _text, _address, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) away();
  });
  webContents.on('will-redirect', (event) => {
    if (event.isMainFrame && event.defaultPrevented) away();
  });
  webContents.on('did-navigate', (_event, address, status) => {
    const there = originOf(address);
    if (!/^https?:/.test(there)) return;
    // A number may by now be that of another computer, or of a printer: its pages are not for strangers.
    void (status < 400 ? answers(there) : Promise.resolve(false)).then((isThere) => {
      if (webContents.isDestroyed() || originOf(webContents.getURL()) !== there) return;
      const facts = identify(webContents);
      if (!isThere) away();
      else if (facts && there !== originNow()) {
        register(webContents, { ...facts, origin: there });
        onRenamed(there);
      }
    });
  });
  webContents.on('will-navigate', (event) => {
    // Whoever knew the PIN is sent to the start screen, which a kiosk of its own does not have.
    if (kind !== 'kiosk' && kind !== 'board') return;
    if (new URL(event.url).searchParams.get('screen') !== 'home') return;
    event.preventDefault();
    onLeft();
  });
  // A page that asks not to be left is left.
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
  window.once('closed', () => clearTimeout(looking));
  return window;
}

type Open = (origin: string, windowed: boolean, onLost: () => void) => BrowserWindow;

const openers: Readonly<Record<StationKind, Open>> = {
  kiosk: (origin, windowed, onLost) => openKioskWindow(windowed, undefined, origin, onLost),
  board: (origin, windowed, onLost) => openBoardWindow(windowed, undefined, origin, onLost),
  // What a doctor's device may show the other computer knows.
  doctor: openHomeWindow,
  reception: openHomeWindow,
};

const originOf = (address: string): string => URL.parse(address)?.origin ?? '';

/** What does not load is heard of above. */
function show(contents: WebContents, url: string | undefined): Promise<void> {
  return url === undefined ? Promise.resolve() : contents.loadURL(url).catch(() => undefined);
}
