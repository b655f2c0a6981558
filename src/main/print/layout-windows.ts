import type { Timers } from './timers';

/** A spare one waits so long for another slip. */
const SPARE_MS = 60_000;

export interface LayoutWindowParts<W> {
  readonly open: () => W;
  readonly close: (window: W) => void;
  readonly isGone: (window: W) => boolean;
  /** Each is a process of its own: never more than these. */
  readonly most: number;
  readonly timers: Timers;
}

/** Windows that slips are laid out in, each for one at a time: who waits long in one keeps nobody out of another. */
export interface LayoutWindows<W> {
  /** One that fails is not used again: a page that crashed or hangs takes its window with it. */
  lend<A>(use: (window: W) => Promise<A>): Promise<A>;
  /** Lets all of them go, those that are lent as soon as they come back. */
  release(): void;
}

/** Opens one when none is free; one is kept. */
export function createLayoutWindows<W>(parts: LayoutWindowParts<W>): LayoutWindows<W> {
  const { open, close, isGone, most, timers } = parts;
  const waiting: (() => void)[] = [];
  let free: W[] = [];
  let lent = 0;
  let released = false;
  let cancelSparing = (): void => undefined;

  function turn(): Promise<void> {
    if (lent < most) {
      lent += 1;
      return Promise.resolve();
    }
    // Whoever ends hands its turn on.
    return new Promise((resolve) => waiting.push(resolve));
  }

  function endTurn(): void {
    const next = waiting.shift();
    if (next) next();
    else lent -= 1;
  }

  function windowToUse(): W {
    for (let window = free.pop(); window !== undefined; window = free.pop()) {
      if (!isGone(window)) return window;
    }
    return open();
  }

  function keep(window: W): void {
    free.push(window);
    cancelSparing();
    if (released) letGo(0);
    else cancelSparing = timers.after(SPARE_MS, () => letGo(1));
  }

  function letGo(butFor: number): void {
    cancelSparing();
    const spare = free.slice(butFor);
    free = free.slice(0, butFor);
    for (const window of spare) if (!isGone(window)) close(window);
  }

  return {
    async lend(use) {
      await turn();
      released = false;
      try {
        const window = windowToUse();
        try {
          const made = await use(window);
          keep(window);
          return made;
        } catch (error) {
          if (!isGone(window)) close(window);
          throw error;
        }
      } finally {
        endTurn();
      }
    },
    release() {
      released = true;
      letGo(0);
    },
  };
}
