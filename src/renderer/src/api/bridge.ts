import type { AppEvent, CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { Result } from '../../../shared/result';

/** What the preload script puts on `window`. A browser client over HTTP will have the same face. */
interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

declare global {
  interface Window {
    /** Missing when the page was opened outside the app. */
    readonly api?: Bridge;
  }
}
