import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import { isOpen } from '../../../shared/model/token';
import type { Call } from '../call';

export interface Day {
  readonly doctor: Doctor;
  readonly book: Book;
}

/** Today of whoever has slots, or patients left. */
export async function daysOf(
  { environment: { store }, today }: Call,
  doctors: readonly Doctor[],
): Promise<Day[]> {
  const days: Day[] = [];
  const keys = doctors.map(({ id }) => ({ doctorId: id, serviceDay: today }));
  const books = await store.books(keys, today);
  for (const [index, doctor] of doctors.entries()) {
    const book = books[index];
    const isHere = doctor.active ? (book?.slots.length ?? 0) > 0 : book?.tokens.some(isOpen);
    if (book && isHere) days.push({ doctor, book });
  }
  return days;
}
