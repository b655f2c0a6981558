export interface Measurement {
  readonly name: string;
  /** Milliseconds for one run: half of the runs were faster; nineteen in twenty were. */
  readonly median: number;
  readonly p95: number;
}

/** Runs `work` a few times unmeasured, then `runs` times measured. */
export async function measure(
  name: string,
  runs: number,
  work: (run: number) => unknown,
): Promise<Measurement> {
  const warmUp = Math.min(20, runs);
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const start = performance.now();
    await work(run + warmUp);
    if (run >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, median: at(0.5), p95: at(0.95) };
}

/** A table of measurements, each as a multiple of the first, the floor. */
export function report(title: string, measurements: readonly Measurement[]): string {
  const floor = measurements[0]?.median ?? 1;
  const rows = measurements.map(({ name, median, p95 }) =>
    [
      name.padEnd(52),
      `${median.toFixed(3)} ms`.padStart(12),
      `${p95.toFixed(3)} ms`.padStart(12),
      `× ${(median / floor).toFixed(1)}`.padStart(9),
    ].join(' '),
  );
  const head = ['', 'median'.padStart(12), 'p95'.padStart(12), 'of floor'.padStart(9)];
  return [`\n${title}`, `${' '.repeat(52)}${head.join(' ')}`, ...rows, ''].join('\n');
}
