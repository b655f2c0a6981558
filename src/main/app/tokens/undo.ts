import type { CheckedInput } from '../../../shared/contract';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { Book, BookKey } from '../../../shared/model/book';
import type { TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import type { Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import { type Context, type Decision, takeBackTransfer, undo } from '../../engine';
import type { Reading, Store } from '../../store/store';
import type { Call } from '../call';
import { changed, noToken, onToken, type Plan } from '../run/plan';
import { checkSeen } from '../run/seen';

/** The two tokens of a transfer. */
export interface Pair {
  readonly tokenId: TokenId;
  readonly newTokenId: TokenId;
}

/** What undo reads of the past. */
type Past = Pick<Reading, 'tokenHistory' | 'revisionEvents'>;

/**
 * R23: takes back the last command on a token; of a transfer (R21) both halves, from either side, answering the first
 * token. Errors: NOT_FOUND; CONFLICT with what to offer instead.
 */
export async function undoLast(
  call: Call,
  input: CheckedInput<'tokens.undo'>,
): Promise<Result<Plan<ChangedToken>>> {
  const { store } = call.environment;
  const history = await store.tokenHistory(input.tokenId);
  const pair = transferOf(history.at(-1)?.event);
  return pair ? undoTransfer(call, input, pair) : undoOne(call, input);
}

const undoOne = onToken<CheckedInput<'tokens.undo'>>((book, { tokenId }, context, past) =>
  undo(book, { tokenId, events: lastChange(book, tokenId, past) }, context),
);

/** R21: of a transfer both halves. */
export async function undoTransfer(
  { environment }: Call,
  { tokenId, seen }: Pick<CheckedInput<'tokens.undo'>, 'tokenId' | 'seen'>,
  pair: Pair,
): Promise<Result<Plan<ChangedToken>>> {
  const keys = await booksOf(environment.store, pair);
  if (!keys) return noToken(tokenId);
  return ok({
    books: keys,
    tokens: [pair.tokenId, pair.newTokenId],
    decide: ([from, to], { contextOn, reading }) => {
      if (!from || !to) return noToken(tokenId);
      const stands = checkSeen(seen, tokenId, from, to);
      if (!stands.ok) return stands;
      const back = decideTransferBack([from, to], pair, contextOn(from.serviceDay), reading);
      if (!back.ok) return back;
      const answered = changed(ok(back.value.from));
      return answered.ok ? ok({ ...answered.value, decisions: [back.value.from, back.value.to] }) : answered;
    },
  });
}

/** R21: the transfer that this event is one half of. */
export function transferOf(event: TokenEvent | undefined): Pair | undefined {
  if (event?.type === 'tokenTransferred' && event.after.status === 'cancelled') {
    const { id: tokenId, transferredTo } = event.after;
    return transferredTo === null ? undefined : { tokenId, newTokenId: transferredTo };
  }
  if (event?.type !== 'tokenIssued' || event.after.transferredFrom === null) return undefined;
  return { tokenId: event.after.transferredFrom, newTokenId: event.after.id };
}

/** The books of both tokens: the one it left first. */
export async function booksOf(
  store: Store,
  { tokenId, newTokenId }: Pair,
): Promise<readonly [BookKey, BookKey] | undefined> {
  const from = await store.bookOfToken(tokenId);
  const to = await store.bookOfToken(newTokenId);
  return from && to && [from, to];
}

/** R21: what taking a transfer back would do to both books. */
export function decideTransferBack(
  [from, to]: readonly [Book, Book],
  pair: Pair,
  context: Context,
  past: Past,
): Result<{ from: Decision; to: Decision }> {
  // What happened to either since then is no part of it: the engine refuses where there is any.
  const left = past.revisionEvents(from, transferRevision(pair.tokenId, past));
  const joined = past.revisionEvents(to, past.tokenHistory(pair.newTokenId)[0]?.revision ?? 0);
  return takeBackTransfer(from, to, { ...pair, left, joined }, context);
}

function transferRevision(tokenId: TokenId, past: Pick<Past, 'tokenHistory'>): number {
  return past.tokenHistory(tokenId).findLast(({ event }) => event.type === 'tokenTransferred')?.revision ?? 0;
}

/** All events of the last command that changed this token. */
export function lastChange(book: BookKey, tokenId: TokenId, past: Past): ReturnType<Past['revisionEvents']> {
  return past.revisionEvents(book, past.tokenHistory(tokenId).at(-1)?.revision ?? 0);
}

/** R24: the token as it was before it became an emergency. */
export function beforeUpgrade(tokenId: TokenId, past: Pick<Past, 'tokenHistory'>): Token | undefined {
  const upgrade = past.tokenHistory(tokenId).findLast(({ event }) => event.type === 'tokenUpgraded');
  return upgrade?.event.before ?? undefined;
}
