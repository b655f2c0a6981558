/** Fetches on demand, one at a time. */
export interface Refresher {
  /** Fetch now, or once more after the fetch under way: what it reads may be older than the event. */
  refresh(): void;
  stop(): void;
}

const RETRY_MS = [500, 1_000, 2_000, 5_000] as const;
const LAST_RETRY_MS = 5_000;

/**
 * Serialises the fetches of one mirror, so that answers cannot overtake each other, and retries failures
 * with growing pauses.
 * @param fetchOnce answers whether it worked
 */
export function createRefresher(fetchOnce: () => Promise<boolean>): Refresher {
  let running = false;
  let again = false;
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function loop(): Promise<void> {
    clearTimeout(timer);
    running = true;
    let worked = false;
    do {
      again = false;
      worked = await fetchOnce();
    } while (again && worked && !stopped);
    running = false;
    failures = worked ? 0 : failures + 1;
    if (!worked && !stopped) {
      timer = setTimeout(() => void loop(), RETRY_MS[failures - 1] ?? LAST_RETRY_MS);
    }
  }

  return {
    refresh() {
      if (stopped) return;
      if (running) again = true;
      else void loop();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
