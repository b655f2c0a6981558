/** How often something may go wrong by one name, such as an address or a number, within a while. */
export interface Tries {
  /** Whether one more would be too many. */
  isFull(name: string): boolean;
  count(name: string): void;
}

/** More names than a day has: then those of long ago are forgotten first. */
const MOST_NAMES = 10_000;

/** @param now in ms, of a clock that only goes on */
export function createTries(most: number, withinMs: number, now = () => performance.now()): Tries {
  const counts = new Map<string, { readonly until: number; times: number }>();
  const current = (name: string) => {
    const known = counts.get(name);
    if (known && known.until > now()) return known;
    counts.delete(name);
    return undefined;
  };
  return {
    isFull: (name) => (current(name)?.times ?? 0) >= most,
    count(name) {
      const known = current(name);
      if (known) known.times += 1;
      else counts.set(name, { until: now() + withinMs, times: 1 });
      const [oldest] = counts.keys();
      if (counts.size > MOST_NAMES && oldest !== undefined) counts.delete(oldest);
    },
  };
}
