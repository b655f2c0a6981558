import { type BrowserWindow, powerSaveBlocker } from 'electron';

type Kind = Parameters<typeof powerSaveBlocker.start>[0];

/*
 * What this computer may not do by itself while it is needed. The display stays on for a board, which nobody touches, and a
 * kiosk; the computer does not go to sleep under devices that are let in, though its display may.
 */
const display = blocker('prevent-display-sleep');
const suspension = blocker('prevent-app-suspension');

const needing = new Set<BrowserWindow>();

/** Until the last of them closes. */
export function stayAwakeFor(window: BrowserWindow): void {
  needing.add(window);
  display.turn(true);
  window.once('closed', () => {
    needing.delete(window);
    display.turn(needing.size > 0);
  });
}

/** Others use what runs here. */
export function keepRunning(isNeeded: boolean): void {
  suspension.turn(isNeeded);
}

function blocker(kind: Kind): { turn(on: boolean): void } {
  let id: number | undefined;
  return {
    turn(on) {
      if (on) id ??= powerSaveBlocker.start(kind);
      else if (id !== undefined) {
        powerSaveBlocker.stop(id);
        id = undefined;
      }
    },
  };
}
