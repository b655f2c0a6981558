import { app } from 'electron';

/** The app ends as if its user had wished it, and starts anew: with other data, or on another computer's. */
export function beginAgain(): void {
  app.relaunch({
    args: process.argv.slice(1).filter((one) => !/^--(after-crash|reception=none)$/.test(one)),
  });
  // What asked for it is answered first.
  setImmediate(() => app.quit());
}
