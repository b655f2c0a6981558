import { useMemo } from 'react';
import type { ServiceDay } from '../../../../shared/model/time';
import { useBooks } from '../../data/books';
import { useDoctorIds } from '../../data/summaries';
import { type Overdue, overdueOf } from './overdue';

/** Of all doctors today, the next that the clock would mark first. */
export function useOverdue(today: ServiceDay): readonly Overdue[] {
  const books = useBooks(useDoctorIds(), today);
  return useMemo(() => overdueOf(books.flatMap(({ value }) => value ?? [])), [books]);
}
