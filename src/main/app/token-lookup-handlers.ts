import type { CheckedInput } from '../../shared/contract';
import type { tokenLookupCalls } from '../../shared/contract/token-lookup';
import { searchFor } from '../../shared/model/search';
import type { Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { checkReach } from './day-reach';
import { contextNow, type Environment } from './environment';
import type { Handlers } from './handlers';
import { ticketOf } from './tickets';

const MOST_FOUND = 1_000;

/** Tokens looked up by programs. */
export function tokenLookupHandlers(environment: Environment): Handlers<keyof typeof tokenLookupCalls> {
  return {
    'tokens.get': ({ tokenId }) => ticketOf(environment, tokenId),
    'tokens.search': (input) => searchTokens(environment, input),
  };
}

async function searchTokens(
  environment: Environment,
  { serviceDay, doctorId, status, query = '' }: CheckedInput<'tokens.search'>,
): Promise<Result<Token[]>> {
  const { store } = environment;
  const { today } = await contextNow(environment);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (doctorId && !(await store.doctor(doctorId))) {
    return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  }
  const day = serviceDay ?? today;
  const search = searchFor(query);
  if (query !== '' && !search) return ok([]);
  const found = await store.findTokens(search, { from: day, to: day }, MOST_FOUND);
  return ok(
    found.filter(
      (token) =>
        (doctorId === undefined || token.doctorId === doctorId) &&
        (status === undefined || token.status === status),
    ),
  );
}
