import { useEffect } from 'react';
import { create } from 'zustand';
import type { BookView } from '../../../shared/model/book-view';
import type { DoctorId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import type { AppError } from '../../../shared/result';
import { call } from '../api/client';
import { isFresh, isNews } from './accept';
import { generation } from './generation';
import { createRefresher, type Refresher } from './refresher';

/** One doctor's book of any day: the desk looks at today and at days to come. */
export interface DayBook {
  readonly view: BookView | undefined;
  readonly error: AppError | undefined;
}

interface DayBooksState {
  readonly byKey: Readonly<Record<string, DayBook>>;
}

export const useDayBooks = create<DayBooksState>(() => ({ byKey: {} }));
const nothing: DayBook = { view: undefined, error: undefined };
const watched = new Map<string, Refresher>();

function keyOf(doctorId: DoctorId, day: ServiceDay): string {
  return `${doctorId} ${day}`;
}

/** What is known of a book, without asking for it. */
export function dayBookOf(byKey: DayBooksState['byKey'], doctorId: DoctorId, day: ServiceDay): DayBook {
  return byKey[keyOf(doctorId, day)] ?? nothing;
}

/**
 * Keeps the books of these doctors on this day fresh while the desk shows them.
 * @param doctorIds the same list as long as the doctors are the same
 */
export function useWatchedBooks(doctorIds: readonly DoctorId[], day: ServiceDay | null): void {
  useEffect(() => {
    if (day === null) return;
    const keys = doctorIds.map((doctorId) => watch(doctorId, day));
    return () => {
      for (const key of keys) unwatch(key);
    };
  }, [doctorIds, day]);
}

/** Fetches the book of the event if it is shown and the event tells something new. */
export function dayBookChanged(event: {
  doctorId: DoctorId;
  serviceDay: ServiceDay;
  revision: number;
}): void {
  const key = keyOf(event.doctorId, event.serviceDay);
  if (isNews(useDayBooks.getState().byKey[key]?.view, event)) watched.get(key)?.refresh();
}

/** Fetches every book that is shown. */
export function refreshDayBooks(): void {
  for (const mirror of watched.values()) mirror.refresh();
}

/** Another database or day: what is held must not be taken for newer than what comes. */
export function forgetDayBooks(): void {
  useDayBooks.setState({ byKey: {} });
}

function watch(doctorId: DoctorId, day: ServiceDay): string {
  const key = keyOf(doctorId, day);
  const mirror = createRefresher(() => fetchBook(key, doctorId, day));
  watched.set(key, mirror);
  mirror.refresh();
  return key;
}

function unwatch(key: string): void {
  watched.get(key)?.stop();
  watched.delete(key);
}

async function fetchBook(key: string, doctorId: DoctorId, serviceDay: ServiceDay): Promise<boolean> {
  const askedIn = generation.current();
  const answer = await call('books.view', { doctorId, serviceDay });
  const held = useDayBooks.getState().byKey[key];
  if (!answer.ok) {
    put(key, { view: held?.view, error: answer.error });
    // A day that cannot be had will not come by asking again and again; lost connections will.
    return answer.error.code !== 'UNAVAILABLE' && answer.error.code !== 'INTERNAL';
  }
  if (isFresh(held?.view, answer.value, askedIn, generation.current())) {
    put(key, { view: answer.value, error: undefined });
  }
  return true;
}

function put(key: string, book: DayBook): void {
  useDayBooks.setState((state) => ({ byKey: { ...state.byKey, [key]: book } }));
}
