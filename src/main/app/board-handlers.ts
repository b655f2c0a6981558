import type { boardCalls } from '../../shared/contract/board';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** What the waiting room sees. */
export function boardHandlers(_environment: Environment): Handlers<keyof typeof boardCalls> {
  return {};
}
