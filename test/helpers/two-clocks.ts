import type { Clock } from '../../src/main/app/time/clock';

/** A computer whose clock can be set apart from the time that goes by. */
export interface Computer {
  readonly clock: Clock;
  /** Time goes by: both clocks go on. */
  live(ms: number): void;
  /** Somebody, or something, sets the computer's clock; no time goes by. */
  set(instant: number): void;
  /** It was off for so long, and nobody knows: switched on again, its clock shows `shown`. */
  restart(shown: number): void;
}

export function twoClocks(start: number): Computer {
  let [now, elapsed] = [start, 1_000];
  return {
    clock: {
      now: () => now,
      elapsed: () => elapsed,
      offset: 1,
      setTo: (instant) => {
        now = instant;
      },
    },
    live(ms) {
      now += ms;
      elapsed += ms;
    },
    set(instant) {
      now = instant;
    },
    restart(shown) {
      [now, elapsed] = [shown, 1_000];
    },
  };
}
