/** One of those that are measured against each other. */
export interface Contender {
  /** One measured run. */
  run(index: number): unknown;
  /** Makes ready for the next one, or cleans up after it; not measured. */
  between?(index: number): unknown;
}

/** Milliseconds of this thread alone: of work that waits for nothing, whatever else the machine does. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

interface Turns {
  /** So many runs before the first that counts. */
  readonly warmUp?: number;
  /** Default: the time that goes by. */
  readonly clock?: () => number;
}

/**
 * Runs all of them in turn, so often, and answers the milliseconds of each run. Each is first as often as the others, and
 * what the machine does besides hits all alike.
 */
export async function alternate<N extends string>(
  runs: number,
  contenders: Readonly<Record<N, Contender>>,
  { warmUp = 0, clock = () => performance.now() }: Turns = {},
): Promise<Record<N, number[]>> {
  const names = Object.keys(contenders) as N[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>;
  for (let index = 0; index < runs + warmUp; index += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(index + turn) % names.length];
      if (name === undefined) continue;
      const { run, between } = contenders[name];
      const began = clock();
      const done = run(index);
      if (done instanceof Promise) await done;
      const took = clock() - began;
      if (index >= warmUp) times[name].push(took);
      await between?.(index);
    }
    // Timers and sockets have their turn where nothing is measured.
    await new Promise(setImmediate);
  }
  return times;
}
