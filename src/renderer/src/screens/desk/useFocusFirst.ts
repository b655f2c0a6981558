import { type RefObject, useEffect, useRef } from 'react';

/** For the field a dialog opens on: there is nothing to do before it. */
export function useFocusFirst(): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  return ref;
}
