import type { Book } from '../../../shared/model/book';
import type { Settings } from '../../../shared/model/settings';
import type { Slot } from '../../../shared/model/slot';
import { clockText } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, closeSlot, type Decision } from '../../engine';
import type { Call } from '../call';
import { isWithinDay } from '../time/calendar';

/**
 * R2: where the day is to begin at another minute, everybody with a seat and all weekly hours lie within the new day:
 * whoever sat outside would be lost at its turn. Answers the books with empty slots outside, which are to be closed.
 * Errors: CONFLICT, with what lies outside.
 */
export async function checkDayFits(
  { environment: { store }, today, settings: before }: Call,
  { clinic: { dayStartsAtMinute } }: Settings,
): Promise<Result<readonly Book[]>> {
  if (dayStartsAtMinute === before.clinic.dayStartsAtMinute) return ok([]);
  const affected: Book[] = [];
  for (const key of await store.booksFrom(today)) {
    const book = await store.book(key, today);
    if (book && slotsOutside(book, dayStartsAtMinute).length > 0) affected.push(book);
  }
  let hours = 0;
  for (const { id, active } of await store.doctors()) {
    const week = active ? await store.schedule(id) : [];
    hours += week.filter((line) => !isWithinDay(line, dayStartsAtMinute)).length;
  }
  return refuseOutside(affected, dayStartsAtMinute, hours) ?? ok(affected);
}

/** Errors: CONFLICT, if anybody has a seat outside the new day; undefined: it fits. */
export function refuseOutside(
  books: readonly Book[],
  dayStartsAtMinute: number,
  hours = 0,
): Result<never> | undefined {
  const people = books.reduce((sum, book) => sum + seatedOutside(book, dayStartsAtMinute), 0);
  if (people + hours === 0) return undefined;
  const what = people > 0 ? `Seats of ${people} patients` : `Weekly hours of doctors (${hours})`;
  return fail(
    'CONFLICT',
    `${what} lie outside a day that begins at ${clockText(dayStartsAtMinute)}. Please change these first.`,
    { field: 'dayStartsAtMinute', rule: 'R2', people, hours },
  );
}

/** R15: closes what lies outside the new day, so that nobody is ever given it. */
export function closeOutside(book: Book, context: Context, dayStartsAtMinute: number): readonly Decision[] {
  let now = book;
  return slotsOutside(book, dayStartsAtMinute).flatMap(({ id: slotId }) => {
    const closed = closeSlot(now, { slotId }, context);
    // One that is over already, or of a closed day, is given to nobody.
    if (!closed.ok) return [];
    now = closed.value.book;
    return [closed.value];
  });
}

function seatedOutside(book: Book, dayStartsAtMinute: number): number {
  const outside = slotsOutside(book, dayStartsAtMinute);
  return book.tokens.filter(
    (token) => token.status === 'active' && outside.some(({ id }) => id === token.slotId),
  ).length;
}

function slotsOutside({ slots }: Book, dayStartsAtMinute: number): readonly Slot[] {
  return slots.filter((slot) => slot.status === 'open' && !isWithinDay(slot, dayStartsAtMinute));
}
