import type { BrowserWindow, WebContents } from 'electron';
import log from 'electron-log/node';
import { keepAsking } from './heartbeat';
import { isEnding } from './lock';
import { isPage, ownUrl, stoppedUrl } from './pages';
import { identify } from './registry';

/** A page that dies again and again is not started more often than this in a minute. */
const MOST = 3;
const MINUTE_MS = 60_000;
/** Again so soon, what brought it down may still be going on; the first time somebody stands in front of it. */
const PAUSE_MS = 500;
const FIRST_PAUSE_MS = 50;
/** Chromium has waited already before it says that a page hangs; a long task of its own ends within this. */
const HANG_PATIENCE_MS = 5_000;

/** When each page was started again, within the last minute. */
const revivals = new WeakMap<WebContents, readonly number[]>();

/**
 * A page that crashed, or hangs, is loaded anew within seconds: it keeps nothing, so a kiosk is at its start again. After
 * three times a minute a plain page with one button stands there instead, until it is pressed or the screen is opened.
 */
export function keepAlive(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('a page is gone', { screen: identify(webContents)?.screen, reason, exitCode });
    // A window that was asked to close, and whose page can no longer answer, would keep the app from ending for good.
    if (isEnding()) {
      setImmediate(() => window.destroy());
      return;
    }
    // Should even the plain page die, it is not tried all the time.
    const first = lately(webContents).length === 0;
    // One that was told to end was told so by the system, as a rule together with the app.
    const atOnce = first && reason !== 'clean-exit';
    const pause = isStopped(webContents) ? MINUTE_MS : atOnce ? FIRST_PAUSE_MS : PAUSE_MS;
    setTimeout(() => {
      if (!isEnding() && !webContents.isDestroyed() && webContents.isCrashed()) startAgain(webContents);
    }, pause);
  });
  // The system's print dialog, or a developer at a breakpoint, holds a page up as well.
  const isHeldUp = (): boolean =>
    identify(webContents)?.screen === 'summary' || webContents.isDevToolsOpened();
  window.on('unresponsive', () => {
    if (isHeldUp()) return;
    log.warn('a page does not answer', { screen: identify(webContents)?.screen });
    const end = setTimeout(() => {
      if (!webContents.isDestroyed()) webContents.forcefullyCrashRenderer();
    }, HANG_PATIENCE_MS);
    window.once('responsive', () => clearTimeout(end));
  });
  const stopAsking = keepAsking({
    ask: () => webContents.executeJavaScript('0'),
    isExcused: () => webContents.isCrashed() || webContents.isLoading() || isHeldUp(),
    hangs: () => {
      log.warn('a page has not answered for long', { screen: identify(webContents)?.screen });
      webContents.forcefullyCrashRenderer();
    },
  });
  window.once('closed', stopAsking);
}

/** Whoever opens a screen finds it alive. */
export function wake(contents: WebContents): void {
  if (!contents.isCrashed() && !isStopped(contents)) return;
  revivals.delete(contents);
  load(contents, whereItWas(contents));
}

function startAgain(contents: WebContents): void {
  const before = lately(contents);
  if (before.length < MOST) {
    revivals.set(contents, [...before, performance.now()]);
    load(contents, whereItWas(contents));
  } else {
    log.error('a page is not started again', { screen: identify(contents)?.screen });
    load(contents, stoppedUrl(contents));
  }
}

function lately(contents: WebContents): readonly number[] {
  const now = performance.now();
  return (revivals.get(contents) ?? []).filter((at) => now - at < MINUTE_MS);
}

/** Its own page, at the part of it that was shown: settings name that in the fragment. */
function whereItWas(contents: WebContents): string | undefined {
  const own = ownUrl(contents);
  const shown = contents.getURL();
  return own !== undefined && isPage(shown, own) ? shown : own;
}

function isStopped(contents: WebContents): boolean {
  return contents.getURL() === stoppedUrl(contents);
}

function load(contents: WebContents, url: string | undefined): void {
  if (url === undefined) return;
  contents.loadURL(url).catch((error: unknown) => log.warn('a page could not be started again', error));
}
