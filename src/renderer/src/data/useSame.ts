import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

/** Plain data made anew at each rendering, the same object as long as it says the same. */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  kept.current = replaceEqualDeep(kept.current, value) as T;
  return kept.current;
}
