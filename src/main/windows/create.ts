import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import log from 'electron-log/node';
import { mayGoTo, ownUrl, pageUrl } from './pages';
import { register, type WindowFacts } from './registry';
import { keepAlive } from './revive';

/** A sandboxed, isolated window on a screen of the app, known to IPC by what it is. */
export function createWindow(facts: WindowFacts, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = createEmptyWindow(facts, options);
  const url = ownUrl(window.webContents) ?? pageUrl(facts.screen, facts.query);
  window.loadURL(url).catch((error: unknown) => log.warn('a page did not load', error));
  return window;
}

/** The same window with no page in it yet. */
export function createEmptyWindow(
  facts: WindowFacts,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0b1412' : '#eff4f1',
    ...options,
    webPreferences: {
      ...options.webPreferences,
      ...(facts.origin === undefined ? ownPage() : otherPage),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  register(window.webContents, facts);
  return window;
}

const ownPage = () => ({ preload: join(import.meta.dirname, '../preload/index.cjs') });
/** It talks to the computer that it comes from, and holds no kiosk up with questions of its own. */
const otherPage = { disableDialogs: true } as const;

/** Navigation and new windows are refused: a page of the app stays that page, and may only be loaded again. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    for (const going of ['will-navigate', 'will-redirect'] as const) {
      contents.on(going as 'will-navigate', (event) => {
        if (!mayGoTo(contents, event.url)) event.preventDefault();
      });
    }
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** A window for people: shown when there is something to see, and never left dead. */
export function showWhenReady(window: BrowserWindow): BrowserWindow {
  keepAlive(window);
  window.once('ready-to-show', () => window.show());
  return window;
}
