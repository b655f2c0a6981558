import type { Workshop } from './fixture';
import type { Row, Series } from './rows';

/** What a part of the benchmark is given. */
export interface Bench {
  readonly workshop: Workshop;
  /** Fewer runs and less history: whether it works, and about how fast. */
  readonly quick: boolean;
  /** A whole day, and a million tokens: the run that is kept. */
  readonly full: boolean;
  /** So many tokens of history, where the most is measured. */
  readonly oldest: number;
  tell(row: Row): void;
  draw(series: Series): void;
}

/** How much is measured. */
export type Extent = 'quick' | 'usual' | 'full';

export const OLDEST: Readonly<Record<Extent, number>> = { quick: 10_000, usual: 100_000, full: 1_000_000 };

export interface Part {
  readonly name: string;
  run(bench: Bench): Promise<void>;
}
