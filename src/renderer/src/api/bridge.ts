import type { AppEvent, CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { RecoveryCallName, RecoveryInput, RecoveryOutput } from '../../../shared/contract/recovery';
import type { Result } from '../../../shared/result';

/** How a page asks and listens: what the preload script puts on `window`, and what a browser does over HTTP. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** The same door leads to recovery while the clinic’s data are not open. */
interface RecoveryBridge {
  call<N extends RecoveryCallName>(name: N, input: RecoveryInput<N>): Promise<Result<RecoveryOutput<N>>>;
}

declare global {
  interface Window {
    /** Missing in a browser. */
    readonly api?: Bridge & RecoveryBridge;
  }
}
