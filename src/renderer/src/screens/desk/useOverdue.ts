import { useMemo } from 'react';
import { useDayBooks } from '../../stores/deskBooks';
import { type Overdue, overdueOf } from './overdue';

/** Of all doctors today, the next that the clock would mark first. */
export function useOverdue(today: string): readonly Overdue[] {
  const byKey = useDayBooks((state) => state.byKey);
  return useMemo(
    () => overdueOf(Object.values(byKey).flatMap(({ view }) => (view?.serviceDay === today ? [view] : []))),
    [byKey, today],
  );
}
