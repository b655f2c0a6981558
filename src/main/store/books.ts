import type { Book, BookKey } from '../../shared/model/book';
import type { DoctorId, SlotId } from '../../shared/model/ids';
import type { DayWithRoom } from '../../shared/model/otherwise';
import type { ServiceDay } from '../../shared/model/time';
import type { Series } from '../../shared/model/token';

/** A number up to which a series counts as given, whatever the book has. */
export interface NumberGiven extends BookKey {
  readonly series: Series;
  readonly sequence: number;
}

/** A doctor's day. */
export interface BookStore {
  /**
   * A book as it stands; undefined if the doctor is unknown. One that nobody has touched follows from the doctor's week:
   * it looks as it will when it is first written, and reading it writes nothing.
   */
  book(key: BookKey, today: ServiceDay): Book | undefined;
  /** Several at once, in the same order. */
  books(keys: readonly BookKey[], today: ServiceDay): readonly (Book | undefined)[];
  /** The first free seat (R1) of a doctor on these days to come, given in time order. */
  firstRoom(doctorId: DoctorId, days: readonly ServiceDay[]): DayWithRoom | undefined;
  /** Also of a day that nobody has touched, if it lies within reach of today. */
  bookOfSlot(slotId: SlotId, today: ServiceDay): BookKey | undefined;
  /** Books of days before this one that nobody has closed and on which something happened, oldest first. */
  unclosedBooks(before: ServiceDay): readonly BookKey[];
  /** Never gives these numbers, nor lower ones, from now on. */
  raiseNumbers(given: readonly NumberGiven[]): void;
  /** The books that were touched, of a day and later ones, the nearest first. */
  booksFrom(day: ServiceDay): readonly BookKey[];
}
