/** Watches the event loop while `work` runs: the longest stretch, ms, in which nobody else had a turn. */
export async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    isOver = true;
    longest = Math.max(longest, performance.now() - last);
  }
  return longest;
}
