import type { Book } from '../../shared/model/book';
import { type BookEvent, isSlotEvent, isTokenEvent, type TokenEvent } from '../../shared/model/event';
import type { Slot } from '../../shared/model/slot';
import { handOn, indexOf } from './book-index';
import { stageOf } from './transitions';

/**
 * The book after `events`: the one place that says what an event does.
 * All events of one change raise the revision by one.
 */
export function evolve(book: Book, events: readonly BookEvent[]): Book {
  if (events.length === 0) return book;
  const index = indexOf(book.tokens);
  const tokens = [...book.tokens];
  let day = dayOf(book);
  for (const event of events) {
    if (isTokenEvent(event)) {
      const known = index.placeOf(tokens, event.after.id);
      const place = known < 0 ? tokens.length : known;
      tokens[place] = event.after;
      index.note(event.after, place);
    }
    day = dayAfter(day, event);
  }
  handOn(index, tokens);
  return { ...book, ...day, revision: book.revision + 1, slots: slotsAfter(book.slots, events), tokens };
}

/** The very same where none of them is about a slot. */
function slotsAfter(before: readonly Slot[], events: readonly BookEvent[]): readonly Slot[] {
  const changes = events.filter(isSlotEvent);
  if (changes.length === 0) return before;
  const slots = new Map(before.map((slot) => [slot.id, slot]));
  for (const { after } of changes) slots.set(after.id, after);
  return [...slots.values()];
}

/** What a book says of its day as a whole. */
export type Day = Pick<Book, 'status' | 'calls' | 'breakUntil' | 'breakGivesBack' | 'reopenedAt'>;

export function dayOf({ status, calls, breakUntil, breakGivesBack, reopenedAt }: Book): Day {
  return { status, calls, breakUntil, breakGivesBack, reopenedAt };
}

/** The day after one event. */
export function dayAfter(day: Day, event: BookEvent): Day {
  switch (event.type) {
    case 'bookClosed':
      return { ...day, status: 'closed' };
    case 'bookReopened':
      return { ...day, status: 'open', reopenedAt: event.at };
    case 'breakChanged':
      return { ...day, breakUntil: event.until, breakGivesBack: event.givesBack };
    default: {
      const calls = isTokenEvent(event) ? callsAfter(day.calls, event) : day.calls;
      return calls === day.calls ? day : { ...day, calls };
    }
  }
}

/** R19: the calls of tokens that were not held back, after this event; a call undone was none (R23). */
function callsAfter(calls: number, { type, before, after }: TokenEvent): number {
  const from = before && stageOf(before);
  const to = stageOf(after);
  if (type === 'tokenCalled') return from === 'on_hold' ? calls : calls + 1;
  const undone = type === 'tokenRestored' && from === 'called' && to !== 'called' && to !== 'on_hold';
  return undone ? Math.max(0, calls - 1) : calls;
}
