import type { Book } from '../../../shared/model/book';
import type { Instant } from '../../../shared/model/time';
import { endOfHours } from '../../engine';

/** Whether the doctor has hours on the book's day that are not over yet, by the real times (R22). */
export function hasHoursLeft(book: Book, now: Instant): boolean {
  const end = endOfHours(book);
  return book.status === 'open' && end !== undefined && end > now;
}
