import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import { isListed, type Token } from '../../shared/model/token';
import type { Context } from './context';
import { byRank, callable, callsToGo, doctorQueue, inQueue, type Ranked } from './queue';
import { callableList } from './waiting';

/**
 * R18: everybody who is here and waits to be called, each once: the queue, in which those stand too who are on the list
 * and keep a place (R6), then the rest of the list. Held back are not among them.
 */
export function waitingHere(book: Book, context: Context): TokenId[] {
  const here = doctorQueue(book, context).map(({ tokenId }) => tokenId);
  // R6: who is on the list and keeps a place stands in the queue already.
  const inQueue = new Set(here);
  for (const { id } of callableList(book.tokens, context)) if (!inQueue.has(id)) here.push(id);
  return here;
}

/**
 * How many will be called before this token, if nobody else comes: the queue, then the list for a waiting one. Of
 * {@link waitingHere} its place, without putting all of it in order.
 */
export function aheadOf(book: Book, token: Token, context: Context): number {
  const queue = inQueue(book, context);
  const own = queue.find((ranked) => ranked.token.id === token.id);
  if (own) return queue.filter((ranked) => byRank(ranked, own) < 0).length;
  if (token.status === 'active') return queue.length;
  if (!isListed(token)) return 0;
  // R6: who is on the list and keeps a place stands in the queue already.
  const ranked = new Set(queue.map(({ token: { id } }) => id));
  const list = callableList(book.tokens, context).filter(({ id }) => !ranked.has(id));
  const place = list.findIndex(({ id }) => id === token.id);
  return queue.length + (place < 0 ? list.length : place);
}

/**
 * R18, R19: whom call next would call one after the other, as things stand at this moment: who is held back comes in
 * between once enough others were called, the waiting list after the seats, and who is with another doctor not at all
 * (R27).
 */
export function comingUp(book: Book, context: Context, atMost: number): TokenId[] {
  const left = [...callable(book, context)];
  const coming: TokenId[] = [];
  let calls = 0;
  while (left.length > 0 && coming.length < atMost) {
    const at = nextAt(left, (ranked) => toGo(ranked, book, context) <= calls);
    const [next] = left.splice(at, 1);
    if (!next) break;
    coming.push(next.token.id);
    // R19: only who was not held back counts.
    if (!isHeld(next)) calls += 1;
  }
  return coming;
}

/** Where the next one stands: emergencies, held back and due, all others in their order; else the first held back. */
function nextAt(left: readonly Ranked[], isDue: (ranked: Ranked) => boolean): number {
  const emergency = left.findIndex(({ place }) => place.code === 'emergency');
  if (emergency >= 0) return emergency;
  const due = left.findIndex((ranked) => isHeld(ranked) && isDue(ranked));
  return due >= 0
    ? due
    : Math.max(
        0,
        left.findIndex((ranked) => !isHeld(ranked)),
      );
}

function isHeld({ place: { code } }: Ranked): boolean {
  return code === 'held_back' || code === 'held_back_due';
}

function toGo({ token }: Ranked, book: Book, context: Context): number {
  return isListed(token) ? 0 : callsToGo(token, book, context);
}
