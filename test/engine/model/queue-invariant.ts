import { expect } from 'vitest';
import { type Context, callNext, doctorQueue } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { callables, calledIn, queueOf, roundIsOver } from './call-order';
import { isOfToken } from './events';
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

/** R18, R35: whoever comes stands behind all of the same kind who are here, though the clock was set back since. */
export function checkArrivals({ decision, before, after, context }: Change): void {
  const queue = doctorQueue(after, context).map(({ tokenId }) => tokenId);
  for (const { type, before: was, after: now, reason } of decision.events.filter(isOfToken)) {
    if (now.checkedInAt === null || was?.checkedInAt === now.checkedInAt || !comes.includes(type)) continue;
    // R25: paper has the time that is written on it; R21: who is sent from another doctor has waited there.
    if (reason.code === 'paper_entry' || now.transferredFrom !== null) continue;
    expect(now.checkedInAt).toBeGreaterThanOrEqual(context.now);
    const place = queue.indexOf(now.id);
    const sitting = after.tokens.find(({ id }) => id === now.id);
    for (const other of before.tokens) {
      if (other.id === now.id || other.checkedInAt === null) continue;
      expect(now.checkedInAt).toBeGreaterThanOrEqual(other.checkedInAt);
      const still = after.tokens.find(({ id }) => id === other.id);
      const alike = still && sitting && kindOf(still) === kindOf(sitting) && other.sequence < now.sequence;
      if (alike && place >= 0 && queue.includes(other.id)) {
        expect(queue.indexOf(other.id)).toBeLessThan(place);
      }
    }
  }
}

const comes = ['tokenIssued', 'tokenCheckedIn', 'tokenReinstated'];

/** What else the place in the queue depends on. */
function kindOf(token: Change['after']['tokens'][number]): string {
  const slot = token.status === 'active' ? token.slotId : '';
  const stage = token.status === 'active' ? token.stage : '';
  const { source, precedence, lostSlotId } = token;
  return [source, precedence, slot, stage, lostSlotId, token.checkedInAt === null].join();
}
