import type { Seen } from '../../../shared/contract/call';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { Book, BookKey } from '../../../shared/model/book';
import type { TokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, type Decision, takeBackTransfer, undo } from '../../engine';
import type { History } from '../../store/store';
import { contextNow, type Environment } from '../environment';
import {
  type CommandAnswer,
  changeOf,
  finish,
  runTokenCommand,
  stampOf,
  tokenOf,
  withDoors,
} from '../run/command';
import { checkSeen } from '../run/seen';

/** The two tokens of a transfer. */
interface Pair {
  readonly tokenId: TokenId;
  readonly newTokenId: TokenId;
}

/** What undo reads of the past. */
type Past = Pick<History, 'tokenHistory' | 'revisionEvents'>;

/**
 * R23: takes back the last command on a token; of a transfer (R21) both halves, from either side, answering the first
 * token. Errors: NOT_FOUND; CONFLICT with what to offer instead.
 */
export async function undoLast(
  environment: Environment,
  request: { tokenId: TokenId },
  how: { readonly requestId?: string | undefined; readonly seen?: Seen | undefined },
): Promise<Result<ChangedToken>> {
  const history = await environment.store.tokenHistory(request.tokenId);
  const pair = transferOf(history.at(-1)?.event);
  if (pair) return undoTransfer(environment, request, pair, how);
  const command = (book: Book, { tokenId }: typeof request, context: Context, past: History) =>
    undo(book, { tokenId, events: lastChange(book, tokenId, past) }, context);
  return runTokenCommand(environment, 'tokens.undo', command, request, how);
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

async function undoTransfer(
  environment: Environment,
  request: { tokenId: TokenId },
  pair: Pair,
  { requestId, seen }: Parameters<typeof undoLast>[2],
): Promise<Result<ChangedToken>> {
  const { store } = environment;
  const keys = await booksOf(environment, pair);
  if (!keys) return fail('NOT_FOUND', 'There is no such token.', request);
  const context = await contextNow(environment);
  const settings = await store.settings();
  const stamp = stampOf('tokens.undo', request, requestId);
  const commit = await store.transact<CommandAnswer>(
    { books: keys, today: context.today, now: context.now, request: stamp },
    ([from, to], history) => {
      if (!from || !to) return fail('NOT_FOUND', 'There is no such token.', request);
      const stands = checkSeen(seen, request.tokenId, from, to);
      if (!stands.ok) return stands;
      const back = decideTransferBack(
        [from, to],
        pair,
        withDoors(context, history, from.serviceDay),
        history,
      );
      if (!back.ok) return back;
      const printing = { settings, history, now: context.now, slip: undefined };
      return ok(changeOf(environment, [back.value.from, back.value.to], back.value.from, printing));
    },
  );
  return tokenOf(await finish(environment, commit, context));
}

/** The books of both tokens: the one it left first. */
export async function booksOf(
  { store }: Environment,
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

/** What undo needs of the past of one token, gathered beforehand: for looking, outside a transaction. */
export async function pastOf({ store }: Environment, ...tokenIds: TokenId[]): Promise<Past> {
  const histories = new Map<string, Awaited<ReturnType<typeof store.tokenHistory>>>();
  const revisions = new Map<string, Awaited<ReturnType<typeof store.revisionEvents>>>();
  for (const tokenId of tokenIds) {
    const history = await store.tokenHistory(tokenId);
    histories.set(tokenId, history);
    const key = await store.bookOfToken(tokenId);
    if (!key) continue;
    const ends = history.filter(
      ({ event }, at) => at === 0 || at === history.length - 1 || event.type === 'tokenTransferred',
    );
    for (const { revision } of ends)
      revisions.set(nameOf(key, revision), await store.revisionEvents(key, revision));
  }
  return {
    tokenHistory: (tokenId) => histories.get(tokenId) ?? [],
    revisionEvents: (key, revision) => revisions.get(nameOf(key, revision)) ?? [],
  };
}

function nameOf({ doctorId, serviceDay }: BookKey, revision: number): string {
  return `${doctorId} ${serviceDay} ${revision}`;
}
