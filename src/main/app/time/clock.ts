import { uptime } from 'node:os';
import type { Instant } from '../../../shared/model/time';

/** The one source of time. It may be shifted, for practice and tests; it ticks at the speed of the real one. */
export interface Clock {
  now(): Instant;
  /** Milliseconds that have gone by since the computer was switched on, asleep or not: nobody sets that. */
  elapsed(): number;
  /** How many times as fast as the real one it runs; missing: as fast. */
  readonly speed?: number;
  /** Milliseconds ahead of real time. */
  readonly offset: number;
  /** From now on it shows `instant`. */
  setTo(instant: Instant): void;
}

/** The monotonic clock of a process stands still while some computers sleep; this one goes on with all of them. */
const elapsed = (): number => uptime() * 1_000;

export function systemClock(realNow: () => Instant = Date.now): Clock {
  let offset = 0;
  return {
    now: () => realNow() + offset,
    elapsed,
    get offset() {
      return offset;
    },
    setTo(instant) {
      offset = instant - realNow();
    },
  };
}

/** A clock that stands still until it is set: for training, and tests that must come out the same each time. */
export function standingClock(start: Instant): Clock {
  let shown = start;
  return {
    now: () => shown,
    elapsed,
    get offset() {
      return shown - Date.now() || 1;
    },
    setTo(instant) {
      shown = instant;
    },
  };
}
