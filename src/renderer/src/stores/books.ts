import { useEffect } from 'react';
import { create } from 'zustand';
import type { BookView } from '../../../shared/model/book-view';
import type { DoctorId } from '../../../shared/model/ids';
import type { AppError } from '../../../shared/result';
import { call } from '../api/client';
import { isFresh, isNews } from './accept';
import { setClock } from './app';
import { generation } from './generation';
import { createRefresher, type Refresher } from './refresher';

export interface BookMirror {
  readonly view: BookView | undefined;
  readonly error: AppError | undefined;
}

interface BooksState {
  readonly byDoctor: Readonly<Record<string, BookMirror>>;
}

const useBooks = create<BooksState>(() => ({ byDoctor: {} }));
const nothing: BookMirror = { view: undefined, error: undefined };
const watched = new Map<DoctorId, { mirror: Refresher; watchers: number }>();

/** Today's book of one doctor, kept fresh while a component shows it. */
export function useBook(doctorId: DoctorId): BookMirror {
  useEffect(() => watch(doctorId), [doctorId]);
  return useBooks((state) => state.byDoctor[doctorId] ?? nothing);
}

/** Fetches the doctor's book if the event tells something new and somebody watches. */
export function bookChanged(event: { doctorId: DoctorId; serviceDay: string; revision: number }): void {
  const held = useBooks.getState().byDoctor[event.doctorId]?.view;
  if (isNews(held, event)) watched.get(event.doctorId)?.mirror.refresh();
}

/** Fetches every book that is shown. */
export function refreshBooks(): void {
  for (const { mirror } of watched.values()) mirror.refresh();
}

function watch(doctorId: DoctorId): () => void {
  const entry = watched.get(doctorId) ?? {
    mirror: createRefresher(() => fetchBook(doctorId)),
    watchers: 0,
  };
  entry.watchers += 1;
  watched.set(doctorId, entry);
  entry.mirror.refresh();
  return () => {
    entry.watchers -= 1;
    if (entry.watchers > 0) return;
    entry.mirror.stop();
    watched.delete(doctorId);
  };
}

async function fetchBook(doctorId: DoctorId): Promise<boolean> {
  const askedIn = generation.current();
  const answer = await call('books.view', { doctorId });
  const held = useBooks.getState().byDoctor[doctorId];
  if (!answer.ok) {
    put(doctorId, { view: held?.view, error: answer.error });
    return false;
  }
  setClock(answer.value.now);
  if (isFresh(held?.view, answer.value, askedIn, generation.current())) {
    put(doctorId, { view: answer.value, error: undefined });
  }
  return true;
}

function put(doctorId: DoctorId, mirror: BookMirror): void {
  useBooks.setState((state) => ({ byDoctor: { ...state.byDoctor, [doctorId]: mirror } }));
}

/** Forgets what is held, so that another database with lower revisions is not taken for a stale one. */
export function forgetRevisions(): void {
  useBooks.setState((state) => ({
    byDoctor: Object.fromEntries(
      Object.entries(state.byDoctor).map(([id, mirror]) => [
        id,
        { ...mirror, view: mirror.view && { ...mirror.view, revision: -1 } },
      ]),
    ),
  }));
}
