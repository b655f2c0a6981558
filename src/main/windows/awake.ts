import { type BrowserWindow, powerSaveBlocker } from 'electron';

const needing = new Set<BrowserWindow>();
let blocker: number | undefined;

/** Nobody touches a board, and a kiosk only now and then: the display stays on until the last of them closes. */
export function stayAwakeFor(window: BrowserWindow): void {
  needing.add(window);
  blocker ??= powerSaveBlocker.start('prevent-display-sleep');
  window.once('closed', () => {
    needing.delete(window);
    if (needing.size > 0 || blocker === undefined) return;
    powerSaveBlocker.stop(blocker);
    blocker = undefined;
  });
}
