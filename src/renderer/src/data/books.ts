import type { BookView } from '../../../shared/model/book-view';
import type { DoctorId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import type { Held } from './held';
import { useCall, useCalls } from './query';

/**
 * One doctor's book, kept fresh while a component shows it.
 * @param doctorId null: of nobody yet
 * @param serviceDay without it: today's, whenever that is
 */
export function useBook(doctorId: DoctorId | null, serviceDay?: ServiceDay): Held<BookView> {
  const day = serviceDay === undefined ? {} : { serviceDay };
  return useCall('books.view', doctorId === null ? null : { doctorId, ...day });
}

/** The books of these doctors on one day, in their order. */
export function useBooks(doctorIds: readonly DoctorId[], serviceDay: ServiceDay): readonly Held<BookView>[] {
  return useCalls(
    'books.view',
    doctorIds.map((doctorId) => ({ doctorId, serviceDay })),
  );
}
