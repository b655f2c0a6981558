import type { Workshop } from './fixture';
import type { Row, Series } from './rows';

/** What a part of the benchmark is given. */
export interface Bench {
  readonly workshop: Workshop;
  /** Fewer runs and less history: whether it works, and about how fast. */
  readonly quick: boolean;
  tell(row: Row): void;
  draw(series: Series): void;
}

export interface Part {
  readonly name: string;
  run(bench: Bench): Promise<void>;
}
