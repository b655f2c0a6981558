import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import { register, type WindowFacts } from './registry';

/** The development server's pages, when there is one; never in a packaged app. */
export function pageOrigin(): string {
  const developmentServer = process.env.ELECTRON_RENDERER_URL;
  return !app.isPackaged && developmentServer ? developmentServer : APP_ORIGIN;
}

/** A sandboxed, isolated window on a screen of the app, known to IPC by what it is. */
export function createWindow(facts: WindowFacts, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = createEmptyWindow(facts, options);
  void window.loadURL(pageUrl(facts.screen, facts.query));
  return window;
}

/** Where a screen's page is, with what it is told besides. */
export function pageUrl(screen: WindowFacts['screen'], query: WindowFacts['query'] = {}): string {
  return `${pageOrigin()}/index.html?${new URLSearchParams({ screen, ...query }).toString()}`;
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
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  register(window.webContents, facts);
  return window;
}

/** Navigation and new windows are refused: a page of the app stays that page. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

export function showWhenReady(window: BrowserWindow): BrowserWindow {
  window.once('ready-to-show', () => window.show());
  return window;
}
