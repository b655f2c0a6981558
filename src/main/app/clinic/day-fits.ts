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
  let people = 0;
  for (const key of await store.booksFrom(today)) {
    const book = await store.book(key, today);
    const outside = book ? slotsOutside(book, dayStartsAtMinute) : [];
    if (!book || outside.length === 0) continue;
    affected.push(book);
    people += book.tokens.filter(
      (token) => token.status === 'active' && outside.some(({ id }) => id === token.slotId),
    ).length;
  }
  let hours = 0;
  for (const { id, active } of await store.doctors()) {
    const week = active ? await store.schedule(id) : [];
    hours += week.filter((line) => !isWithinDay(line, dayStartsAtMinute)).length;
  }
  if (people + hours === 0) return ok(affected);
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

function slotsOutside({ slots }: Book, dayStartsAtMinute: number): readonly Slot[] {
  return slots.filter((slot) => slot.status === 'open' && !isWithinDay(slot, dayStartsAtMinute));
}
