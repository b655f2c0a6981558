import { startTransition, useEffect, useMemo, useState } from 'react';

/**
 * The first of these at once, and some more with each rendering until all are there: what takes long to lay out lets frames
 * and keys between its pieces. Once all were there, all stay.
 * @param all in their order, a new array when they change
 */
export function useInPieces<T>(all: readonly T[], first: number, more: number): readonly T[] {
  const [count, setCount] = useState(first);
  const isWhole = count === Number.POSITIVE_INFINITY;
  useEffect(() => {
    if (isWhole || all.length === 0) return;
    startTransition(() => setCount(count < all.length ? count + more : Number.POSITIVE_INFINITY));
  }, [isWhole, all, count, more]);
  return useMemo(() => (count < all.length ? all.slice(0, count) : all), [all, count]);
}
