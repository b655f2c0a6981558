import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract';
import type { Result } from '../../../src/shared/result';

declare global {
  interface Window {
    readonly api: {
      call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
    };
  }
}

/** One call of the contract, from a window of the app, through its real bridge. Throws if it is refused. */
export async function callFrom<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const result = await page.evaluate(
    ({ name, input }) => window.api.call(name as CallName, input as never) as Promise<Result<unknown>>,
    { name, input },
  );
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as CallOutput<N>;
}
