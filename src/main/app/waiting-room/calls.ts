import type { boardCalls } from '../../../shared/contract/waiting-room';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import { viewBoard } from './board';

/** What the waiting room sees. */
export function boardHandlers(environment: Environment): Handlers<keyof typeof boardCalls> {
  return {
    'board.view': async () => ok(await viewBoard(environment)),
  };
}
