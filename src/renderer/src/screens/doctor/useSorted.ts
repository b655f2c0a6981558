import { useMemo, useRef } from 'react';
import type { BookView } from '../../../../shared/model/book-view';
import { type SortedBook, sortBook } from './derive';

/** A book's view, sorted; who is done with stands in the same list as long as they are the same. */
export function useSorted(view: BookView): SortedBook {
  const kept = useRef<SortedBook['finished']>([]);
  const sorted = useMemo(() => sortBook(view), [view]);
  const isSame =
    kept.current.length === sorted.finished.length &&
    sorted.finished.every((token, at) => token === kept.current[at]);
  if (!isSame) kept.current = sorted.finished;
  const finished = kept.current;
  return useMemo(() => ({ ...sorted, finished }), [sorted, finished]);
}
