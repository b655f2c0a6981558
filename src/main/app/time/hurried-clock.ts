import type { Clock } from './clock';

/**
 * The same clock, running so many times as fast from now on: for proofs that live a week in an hour. The time that goes
 * by hurries with the time that is shown, or it would look like a clock that somebody sets.
 */
export function hurried(clock: Clock, speed: number): Clock {
  if (speed === 1) return clock;
  let from = { now: clock.now(), shown: clock.now() };
  const began = clock.elapsed();
  const now = (): number => Math.round(from.shown + (clock.now() - from.now) * speed);
  return {
    now,
    elapsed: () => began + (clock.elapsed() - began) * speed,
    speed,
    get offset() {
      return now() - clock.now() + clock.offset;
    },
    setTo(instant) {
      from = { now: clock.now(), shown: instant };
    },
  };
}
