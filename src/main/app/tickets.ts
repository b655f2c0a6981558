import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import type { Reason } from '../../shared/model/reason';
import { isListed, type Token } from '../../shared/model/token';
import type { Ticket } from '../../shared/model/view';
import { fail, ok, type Result } from '../../shared/result';
import { type Context, doctorQueue, waitingInOrder } from '../engine';
import { contextNow, type Environment } from './environment';

/** What the slip of a token shows, as things stand now. Errors: NOT_FOUND. */
export async function ticketOf(environment: Environment, tokenId: TokenId): Promise<Result<Ticket>> {
  const { store } = environment;
  const context = await contextNow(environment);
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, context.today));
  const token = book?.tokens.find(({ id }) => id === tokenId);
  const doctor = key && (await store.doctor(key.doctorId));
  if (!book || !token || !doctor) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { clinicName, timeZone } = (await store.settings()).clinic;
  const slot = token.status === 'active' ? book.slots.find(({ id }) => id === token.slotId) : undefined;
  return ok({
    token,
    doctor,
    clinicName,
    timeZone,
    slot: slot ? { startMinute: slot.startMinute, endMinute: slot.endMinute } : null,
    ahead: countAhead(book, token, context),
    wait: (await environment.pace.waits(book, context)).get(tokenId) ?? null,
    reason: await lastReason(environment, tokenId),
    warnings: [],
  });
}

/** How many will be called before this token, if nobody else comes: the queue, then the list for a waiting one. */
export function countAhead(book: Book, token: Token, context: Context): number {
  const queue = doctorQueue(book, context);
  const inQueue = queue.findIndex(({ tokenId }) => tokenId === token.id);
  if (inQueue >= 0) return inQueue;
  if (token.status === 'active') return queue.length;
  if (!isListed(token)) return 0;
  const here = waitingInOrder(book.tokens, context).filter(({ checkedInAt }) => checkedInAt !== null);
  const place = here.findIndex(({ id }) => id === token.id);
  return queue.length + (place >= 0 ? place : here.length);
}

async function lastReason({ store }: Environment, tokenId: TokenId): Promise<Reason> {
  const history = await store.tokenHistory(tokenId);
  return history.at(-1)?.event.reason ?? { code: 'no_seat', rule: 'R7' };
}
