import type { CheckedInput } from '../../../shared/contract';
import type { ChangedToken } from '../../../shared/contract/tokens';
import { tokenIdSchema } from '../../../shared/model/ids';
import type { Result } from '../../../shared/result';
import { paperEntry } from '../../engine';
import { contextNow, type Environment } from '../environment';
import { runCommand, stampOf, tokenOf } from '../run/command';

/** R25: a paper blank of an outage, entered afterwards. Errors: NOT_FOUND, INVALID_INPUT, CONFLICT, DUPLICATE_TOKEN. */
export async function enterPaper(
  environment: Environment,
  { doctorId, serviceDay, requestId, ...blank }: CheckedInput<'tokens.paper'>,
): Promise<Result<ChangedToken>> {
  const { today } = await contextNow(environment);
  const key = { doctorId, serviceDay: serviceDay ?? today };
  const id = tokenIdSchema.parse(environment.newId());
  const requestStamp = stampOf('tokens.paper', { doctorId, serviceDay, ...blank }, requestId);
  return tokenOf(
    await runCommand(environment, { key, command: paperEntry, request: { ...blank, id }, requestStamp }),
  );
}
