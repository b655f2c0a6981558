import type { Book, BookKey } from '../../shared/model/book';
import type { DoctorId, SlotId } from '../../shared/model/ids';
import type { DayWithRoom } from '../../shared/model/otherwise';
import type { ServiceDay } from '../../shared/model/time';

/** A doctor's day. */
export interface BookStore {
  /** A book as it stands; undefined if the doctor is unknown. */
  book(key: BookKey, today: ServiceDay): Book | undefined;
  /** The first free seat (R1) of a doctor on these days to come, given in time order; makes no books. */
  firstRoom(doctorId: DoctorId, days: readonly ServiceDay[]): DayWithRoom | undefined;
  bookOfSlot(slotId: SlotId): BookKey | undefined;
  /** Books of days before this one that nobody has closed and on which something happened, oldest first. */
  unclosedBooks(before: ServiceDay): readonly BookKey[];
  /** The books there are of a day and later ones, the nearest first. */
  booksFrom(day: ServiceDay): readonly BookKey[];
}
