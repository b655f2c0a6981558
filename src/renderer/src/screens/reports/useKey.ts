import { useEffect, useRef } from 'react';

/** Ctrl with a letter, wherever the focus is, unless a dialog lies over the page. */
export function useKey(letter: string, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const { ctrlKey, altKey, shiftKey, repeat, key } = event;
      if (!ctrlKey || altKey || shiftKey || repeat || key.toLowerCase() !== letter) return;
      if (document.querySelector('[role=dialog],[role=alertdialog]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [letter]);
}
