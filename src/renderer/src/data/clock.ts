/** The clinic's clock minus this computer's, in ms: a demo clock may be shifted. */
let offset = 0;
/** In training the clock stands still, here; null: it ticks. */
let stillAt: number | null = null;

/** The clinic's time, ms since the epoch. Apart from what fetches it, so that a text with a time in it needs no page. */
export function clinicNow(): number {
  return stillAt ?? Date.now() + offset;
}

/** Takes over the clinic's clock as the main process tells it. */
export function setClock(now: number): void {
  offset = now - Date.now();
}

/** In training time passes only when it is moved. */
export function holdClock(at: number | null): void {
  stillAt = at;
}
