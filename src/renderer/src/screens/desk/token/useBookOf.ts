import { useEffect, useState } from 'react';
import type { BookView } from '../../../../../shared/model/book-view';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { ServiceDay } from '../../../../../shared/model/time';
import { call } from '../../../api/client';
import { dayBookOf, useDayBooks } from '../../../stores/deskBooks';

/** The book of a token: the one on the boards, or, for a token of another day, asked for once. */
export function useBookOf(doctorId: DoctorId, day: ServiceDay): BookView | undefined {
  const shown = useDayBooks(({ byKey }) => dayBookOf(byKey, doctorId, day).view);
  const [asked, setAsked] = useState<BookView | undefined>(undefined);
  const isShown = shown !== undefined;

  useEffect(() => {
    if (isShown) return;
    let current = true;
    void call('books.view', { doctorId, serviceDay: day }).then((answer) => {
      if (current && answer.ok) setAsked(answer.value);
    });
    return () => {
      current = false;
    };
  }, [doctorId, day, isShown]);

  const fits = asked?.doctor.id === doctorId && asked.serviceDay === day;
  return shown ?? (fits ? asked : undefined);
}
