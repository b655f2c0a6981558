import type { PersonId } from '../../../shared/model/ids';
import type { Result } from '../../../shared/result';
import { actorOf, type Call } from '../call';
import { lineOf } from '../run/audit-line';
import { afterwards } from '../run/failures';

/**
 * Puts on record that a PIN was compared and was wrong, and whose it would have been; null: nobody’s that is known.
 * What was typed is written nowhere. A pause compares nothing, so that nobody can fill the record.
 */
export async function recordIfWrong<T>(
  { environment, caller, now }: Call,
  personId: PersonId | null,
  compared: Result<T>,
): Promise<Result<T>> {
  if (compared.ok || compared.error.details?.reason !== 'pin') return compared;
  const line = lineOf({ kind: 'persons.wrongPin', input: { personId } }, actorOf(caller), now);
  await afterwards(environment, 'recording a wrong PIN', () => environment.store.addAuditLine(line));
  return compared;
}
