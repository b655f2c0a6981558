import type { CheckedInput } from '../../shared/contract';
import type { ChangedToken } from '../../shared/contract/tokens';
import type { Result } from '../../shared/result';
import { correct } from '../engine';
import { runTokenCommand } from './commands';
import type { Environment } from './environment';

/** R16: a correction, with R17's warning if the patient turns out to have another token. Errors: NOT_FOUND, CONFLICT. */
export function correctToken(
  environment: Environment,
  { requestId, seen, ...request }: CheckedInput<'tokens.correct'>,
): Promise<Result<ChangedToken>> {
  return runTokenCommand(environment, 'tokens.correct', correct, request, { requestId, seen });
}
