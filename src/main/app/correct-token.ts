import type { CallOutput, CheckedInput } from '../../shared/contract';
import { fail, ok, type Result } from '../../shared/result';
import { correct } from '../engine';
import { runCommand, stampOf } from './commands';
import type { Environment } from './environment';
import { onlyAsSeen } from './seen';

/** R16: a correction, with R17's warning if the patient turns out to have another token. Errors: NOT_FOUND, CONFLICT. */
export async function correctToken(
  environment: Environment,
  { requestId, seen, ...request }: CheckedInput<'tokens.correct'>,
): Promise<Result<CallOutput<'tokens.correct'>>> {
  const { tokenId } = request;
  const unknown = (): Result<never> => fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const key = await environment.store.bookOfToken(tokenId);
  if (!key) return unknown();
  const command = seen === undefined ? correct : onlyAsSeen(seen, correct);
  const requestStamp = stampOf('tokens.correct', request, requestId);
  const done = await runCommand(environment, { key, command, request, requestStamp });
  if (!done.ok) return done;
  const { token, warnings } = done.value;
  return token ? ok({ ...token, warnings: [...warnings] }) : unknown();
}
