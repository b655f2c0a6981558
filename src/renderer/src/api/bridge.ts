import type { AppEvent, CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { RecoveryCallName, RecoveryInput, RecoveryOutput } from '../../../shared/contract/recovery';
import type { Result } from '../../../shared/result';

/** How a page asks and listens: by what the preload script puts on `window`, or over HTTP in a browser. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** The same door leads to recovery while the clinic’s data are not open. */
interface RecoveryBridge {
  call<N extends RecoveryCallName>(name: N, input: RecoveryInput<N>): Promise<Result<RecoveryOutput<N>>>;
}

/** What the preload script puts on `window`: it answers as text too, which a page takes over faster. */
export interface WindowApi extends Bridge {
  /** @param held of a book: the number of its last telling; null: none is held */
  ask<N extends CallName>(name: N, input: CallInput<N>, held: number | null): Promise<string>;
}

declare global {
  interface Window {
    /** Missing in a browser. */
    readonly api?: WindowApi & RecoveryBridge;
  }
}
