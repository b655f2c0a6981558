/** Where the print room's pauses come from, so that a test need not wait for them. */
export interface Timers {
  /** Runs once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Settles as `task` does, or rejects with what `late` makes after so many milliseconds. */
export function within<A>(milliseconds: number, task: Promise<A>, late: () => Error): Promise<A> {
  return new Promise((resolve, reject) => {
    const cancel = systemTimers.after(milliseconds, () => reject(late()));
    task.then(resolve, reject).finally(cancel);
  });
}
