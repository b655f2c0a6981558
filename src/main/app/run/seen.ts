import type { Seen } from '../../../shared/contract/call';
import type { Book } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';

const words: Readonly<Record<NonNullable<Seen['stage']>, string>> = {
  booked: 'is not here',
  checked_in: 'is back in the queue',
  called: 'is being called',
  in_consultation: 'is with the doctor now',
  on_hold: 'is on hold',
};

/** CONFLICT if the token no longer stands as the window showed it. What no window showed is not checked. */
export function checkSeen(seen: Seen | undefined, tokenId: TokenId, ...books: readonly Book[]): Result<null> {
  const token = books.flatMap(({ tokens }) => tokens).find(({ id }) => id === tokenId);
  return seen && token ? checkStands(seen, token) : ok(null);
}

function checkStands(seen: Seen, token: Token): Result<null> {
  const stage = token.status === 'active' ? token.stage : null;
  const recalls = token.status === 'active' ? token.recalls : 0;
  if (stage === seen.stage && recalls === seen.recalls) return ok(null);
  const now = stage === null ? standing[token.status] : words[stage];
  const again = stage === 'called' && seen.stage === 'called' ? 'has been called again meanwhile' : now;
  const why = { rule: 'R18', tokenId: token.id, number: token.number, stage, recalls };
  return fail('CONFLICT', `Another window was faster: ${token.number} ${again}.`, why);
}

const standing: Readonly<Record<Token['status'], string>> = {
  active: 'has a seat',
  waiting: 'is on the waiting list',
  displaced: 'is on the waiting list',
  served: 'is finished',
  cancelled: 'is cancelled',
  no_show: 'is marked as a no-show',
};
