import { app, BrowserWindow, type Input, type WebContents } from 'electron';
import { everyWindow } from './registry';

/*
 * A kiosk and a board stand where strangers are: no key opens another window, ends the app, leaves full screen or
 * closes the window. Whoever tries to close it is asked for the PIN.
 */

let quitting = false;
const mayClose = new WeakSet<BrowserWindow>();

/** Locks a window for as long as it lives. `reopen`: it went without leave, as when its own page closes it. */
export function lock(window: BrowserWindow, fullScreen: boolean, reopen: () => void): void {
  const { webContents } = window;
  window.removeMenu();
  // Where the menu is not the window's but the computer's.
  webContents.setIgnoreMenuShortcuts(true);
  webContents.on('before-input-event', (event, input) => {
    if (!mayBeTyped(input)) event.preventDefault();
  });
  window.on('close', (event) => {
    if (quitting || mayClose.has(window)) return;
    event.preventDefault();
    askForPin(webContents);
  });
  window.on('closed', () => {
    if (!quitting && !mayClose.has(window)) reopen();
  });
  window.on('leave-full-screen', () => {
    if (fullScreen && !quitting && !mayClose.has(window)) window.setFullScreen(true);
  });
}

/** Ends a window at once, locked or not: other data are being opened. */
export function endForGood(window: BrowserWindow): void {
  mayClose.add(window);
  window.destroy();
}

/** Closes a window, locked or not: the PIN was right, or staff did it from a window of theirs. */
export function closeForGood(window: BrowserWindow): void {
  mayClose.add(window);
  window.close();
}

/** The app ends: whoever closes a window now is the app itself. */
export const isEnding = (): boolean => quitting;

/** Ending the app closes locked windows too. */
export function unlockOnQuit(): void {
  app.on('before-quit', () => {
    quitting = true;
  });
}

/** A new application menu is given to every window there is: locked ones must not keep it. */
export function takeMenuFromLocked(): void {
  for (const [contents, { role }] of everyWindow()) {
    if (role === 'kiosk' || role === 'board') BrowserWindow.fromWebContents(contents)?.removeMenu();
  }
}

/** Letters, and what moves about in a form. With Ctrl and Alt together some keyboards write letters (AltGr). */
function mayBeTyped({ key, code, control, alt, meta, shift }: Input): boolean {
  if (control && shift && !alt && !meta) return code === 'KeyL' || modifiers.test(key);
  if (modifiers.test(key)) return true;
  if (meta || control !== alt) return false;
  if (control && alt) return [...key].length === 1;
  return !/^(F\d+|Browser.*|Launch.*|ContextMenu|PrintScreen)$/.test(key);
}

const modifiers = /^(Control|Shift|Alt|AltGraph|CapsLock)$/;

/** What staff press for it, sent to the page: it hears it like any other key. */
function askForPin(contents: WebContents): void {
  const modifiers: ('control' | 'shift')[] = ['control', 'shift'];
  contents.focus();
  contents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers });
  contents.sendInputEvent({ type: 'keyUp', keyCode: 'L', modifiers });
}
