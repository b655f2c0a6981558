import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { TokenId } from '../../../shared/model/ids';
import { isOpen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { nobody, noToken, type Plan } from '../run/plan';
import { deletePapers, papersOf } from './papers';

/** A file up to this size is written anew within a second: the desk waits so long. A larger one when nobody is there. */
const WIPED_AT_ONCE = 64 * 1024 * 1024;

/**
 * Nobody can tell any more whose these visits were. Slips and lists that were saved as files go first: one that cannot
 * be deleted would be forgotten, and where the app ends in between, all that is lost can be made anew. Errors: NOT_FOUND; CONFLICT one is not over; UNAVAILABLE a file cannot be deleted.
 */
export async function erasePatient(
  call: Call,
  { tokenIds: asked }: CheckedInput<'privacy.erase'>,
): Promise<Result<Plan<CallOutput<'privacy.erase'>>>> {
  const { store } = call.environment;
  const tokenIds = [...new Set(asked)];
  const { tokens } = await store.keptOf(tokenIds);
  const visits = await withWhatFollows(call, tokens);
  const checked = checkOver(tokenIds, visits);
  if (!checked.ok) return checked;
  const papers = await papersOf(call, tokens);
  const deleted = await deletePapers(call, papers);
  if (!deleted.ok) return deleted;
  const books = new Map(
    visits.map(({ doctorId, serviceDay }) => [`${doctorId} ${serviceDay}`, { doctorId, serviceDay }]),
  );
  return ok({
    books: [...books.values()],
    decide: (loaded) => {
      const now = checkOver(
        tokenIds,
        loaded.flatMap((book) => book.tokens),
      );
      if (!now.ok) return now;
      const answer = { tokens: tokenIds.length };
      return ok({ decisions: [], about: nobody, also: { erased: tokenIds }, answer });
    },
    complete: async (answer) => {
      // A slip or a list that was on its way was saved meanwhile, with the name in it.
      await deletePapers(call, papers);
      await store.wipeTraces(WIPED_AT_ONCE);
      return answer;
    },
  });
}

/** R21: a visit goes on in the token it was transferred to, whose patient it is to be given back to. */
async function withWhatFollows(
  { environment: { store } }: Call,
  tokens: readonly Token[],
): Promise<readonly Token[]> {
  const known = new Map(tokens.map((token) => [token.id, token]));
  for (let last = tokens; last.length > 0; ) {
    const next = last.flatMap(followingOf).filter((id) => !known.has(id));
    last = next.length === 0 ? [] : (await store.keptOf(next)).tokens;
    for (const token of last) known.set(token.id, token);
  }
  return [...known.values()];
}

const followingOf = (token: Token): TokenId[] =>
  token.status === 'cancelled' && token.transferredTo !== null ? [token.transferredTo] : [];

function checkOver(asked: readonly TokenId[], tokens: readonly Token[]): Result<null> {
  const known = new Map(tokens.map((token) => [token.id, token]));
  const tokenIds = new Set(asked);
  for (const id of tokenIds) {
    const token = known.get(id);
    for (const next of token ? followingOf(token) : []) tokenIds.add(next);
  }
  for (const tokenId of tokenIds) {
    const token = known.get(tokenId);
    if (!token) return noToken(tokenId);
    if (!isOpen(token)) continue;
    const { number, serviceDay } = token;
    const message = `Token ${number} of ${serviceDay} is not over yet. Please finish or cancel it first.`;
    return fail('CONFLICT', message, { tokenId, number, serviceDay });
  }
  return ok(null);
}
