import type { CheckedInput } from '../../../shared/contract';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import { searchFor } from '../../../shared/model/search';
import type { Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { withoutLink } from '../links/key';
import { noDoctor } from '../run/plan';
import { checkReach } from '../time/reach';

/** Tokens of a day that fit, for programs. Errors: NOT_FOUND no such doctor; INVALID_INPUT too far ahead. */
export async function searchTokens(
  { environment: { store }, today, settings }: Call,
  { serviceDay, doctorId, status, query = '', limit = MOST_OF_A_PAGE, cursor }: CheckedInput<'tokens.search'>,
): Promise<Result<Token[]>> {
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (doctorId && !(await store.doctor(doctorId))) return noDoctor(doctorId);
  const search = searchFor(await withoutLink(store, query), settings.clinic.country);
  if (query !== '' && !search) return ok([]);
  const wanted = { serviceDay: serviceDay ?? today, doctorId, status, search, after: cursor };
  return ok([...(await store.listTokens(wanted, limit))]);
}
