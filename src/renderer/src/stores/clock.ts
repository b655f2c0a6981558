/** The clinic's clock. Apart from what fetches it, so that a text with a time in it needs no page around it. */
let read = (): number => Date.now();

/** Whoever hears the main process says how its clock is read. */
export function readClockBy(how: () => number): void {
  read = how;
}

/** The clinic's time, ms since the epoch. */
export function clinicNow(): number {
  return read();
}
