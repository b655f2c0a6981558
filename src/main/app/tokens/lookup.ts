import type { CheckedInput } from '../../../shared/contract';
import { MOST_OF_A_PAGE } from '../../../shared/contract/call';
import type { tokenLookupCalls } from '../../../shared/contract/token-lookup';
import { searchFor } from '../../../shared/model/search';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Handlers } from '../call';
import { checkReach } from '../day/reach';
import { contextNow, type Environment } from '../environment';
import { ticketOf } from '../slips/ticket';

/** Tokens looked up by programs. */
export function tokenLookupHandlers(environment: Environment): Handlers<keyof typeof tokenLookupCalls> {
  return {
    'tokens.get': ({ tokenId }) => ticketOf(environment, tokenId),
    'tokens.search': (input) => searchTokens(environment, input),
  };
}

async function searchTokens(
  environment: Environment,
  { serviceDay, doctorId, status, query = '', limit = MOST_OF_A_PAGE, cursor }: CheckedInput<'tokens.search'>,
): Promise<Result<Token[]>> {
  const { store } = environment;
  const { today } = await contextNow(environment);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (doctorId && !(await store.doctor(doctorId))) {
    return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  }
  const search = searchFor(query);
  if (query !== '' && !search) return ok([]);
  const wanted = { serviceDay: serviceDay ?? today, doctorId, status, search, after: cursor };
  return ok([...(await store.listTokens(wanted, limit))]);
}
