import { expect } from 'vitest';
import { type Context, callNext, doctorQueue } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { callables, calledIn, queueOf, roundIsOver } from './call-order';
import type { Change } from './world';

/** R18, R19, R26, R27: who is in the queue, in what order, and whom the next key calls. */
export function checkQueue(book: Book, other: Book, context: Context): void {
  const queue = doctorQueue(book, context);
  expect(queue.map(({ tokenId }) => tokenId)).toEqual(queueOf(book, context).map(({ id }) => id));
  if (book.status === 'open' && book.serviceDay === context.today) checkNext(book, other, context);
}

function checkNext(book: Book, other: Book, context: Context): void {
  const answer = callNext(book, undefined, context);
  const called = calledIn(book);
  const [next] = callables(book, other, context);
  const outcome = answer.ok ? answer.value.token?.id : answer.error.code;
  if (called && called.recalls < context.rules.maxRecalls) expect(outcome).toBe('CONFLICT');
  else if (called && !roundIsOver(called, context)) expect(outcome).toBe('TOO_EARLY');
  else if (!next) expect(outcome).toBe('NOT_FOUND');
  else if (book.slots.length === 0 && 'listSequence' in next) expect(outcome).toBe('CONFLICT');
  // Who is just held back, or a no-show, is not the next: there is somebody else.
  else expect(outcome).toBe(next.id);
}

/** R19: who was just held back is not the next called while anybody else is callable. */
export function checkJustHeld({ decision, after, other, context }: Change): void {
  const at = decision.events.findLastIndex(({ type }) => type === 'tokenHeld');
  const event = decision.events[at];
  if (!event || !('after' in event)) return;
  const held = event.after.id;
  const called = decision.events.slice(at).find(({ type }) => type === 'tokenCalled');
  if (called && 'after' in called) {
    expect(called.after.id).not.toBe(held);
    return;
  }
  const next = callNext(after, undefined, context);
  if (!next.ok || callables(after, other, context).every(({ id }) => id === held)) return;
  expect(next.value.token?.id).not.toBe(held);
}
