import { type RefObject, useEffect, useRef } from 'react';

/**
 * A real keyboard's letters belong into the field, wherever the focus is: the first moves it there.
 * @param onLetter gets each letter that came while the field did not have the focus
 */
export function useScanner(
  input: RefObject<HTMLInputElement | null>,
  onLetter: (letter: string) => void,
): void {
  const latest = useRef(onLetter);
  useEffect(() => {
    latest.current = onLetter;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === ' ' || document.activeElement === input.current) return;
      if (document.querySelector('[role=alertdialog]') !== null) return;
      event.preventDefault();
      latest.current(event.key);
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}
