/** Between two pieces of long work: whoever waits for an answer gets it first. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
