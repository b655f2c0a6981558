import type { Book } from '../../shared/model/book';
import { type BookEvent, isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { SlotId } from '../../shared/model/ids';
import type { Token } from '../../shared/model/token';
import { stageOf } from './transitions';

/**
 * The book after `events`: the one place that says what an event does.
 * All events of one change raise the revision by one.
 */
export function evolve(book: Book, events: readonly BookEvent[]): Book {
  if (events.length === 0) return book;
  const slots = new Map(book.slots.map((slot) => [slot.id, slot]));
  const tokens = new Map(book.tokens.map((token) => [token.id, token]));
  let { status, calls } = book;
  for (const event of events) {
    if (event.type === 'bookClosed') status = 'closed';
    else if (isTokenEvent(event)) {
      tokens.set(event.after.id, event.after);
      calls = callsAfter(calls, event);
    } else slots.set(event.after.id, event.after);
  }
  return {
    ...book,
    status,
    calls,
    revision: book.revision + 1,
    slots: [...slots.values()],
    tokens: [...tokens.values()],
  };
}

/** R19: the number of calls after this event; a call undone was none (R23). */
export function callsAfter(calls: number, { type, before, after }: TokenEvent): number {
  if (type === 'tokenCalled') return calls + 1;
  const undone = type === 'tokenRestored' && isCalled(before) && !isCalled(after);
  return undone ? Math.max(0, calls - 1) : calls;
}

function isCalled(token: Token | null): boolean {
  return token !== null && stageOf(token) === 'called';
}

/** R1: does the token use a seat of its slot? A served one keeps it; an extra takes none. */
export function seatOf(token: Token): SlotId | undefined {
  const seated = token.status === 'active' || token.status === 'served';
  return seated && !token.extra ? token.slotId : undefined;
}

export interface SeatCount {
  used: number;
  emergencies: number;
}

/** Adds the token to (or takes it off) the counts of its slot. */
export function countSeat(counts: Map<SlotId, SeatCount>, token: Token, by: 1 | -1): void {
  const slotId = seatOf(token);
  if (slotId === undefined) return;
  const count = counts.get(slotId) ?? { used: 0, emergencies: 0 };
  count.used += by;
  if (token.source === 'emergency') count.emergencies += by;
  counts.set(slotId, count);
}
