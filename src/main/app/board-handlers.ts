import type { boardCalls } from '../../shared/contract/board';
import { ok } from '../../shared/result';
import { viewBoard } from './board';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** What the waiting room sees. */
export function boardHandlers(environment: Environment): Handlers<keyof typeof boardCalls> {
  return {
    'board.view': async () => ok(await viewBoard(environment)),
  };
}
