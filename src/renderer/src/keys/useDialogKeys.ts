import { type RefObject, useEffect, useRef } from 'react';
import { isField } from './field';

/**
 * Keys of what stands in a dialog, wherever in it the focus is, or nowhere: a control that is redrawn away while its key
 * is still held back (see `scan.ts`) takes nothing with it. Not in fields, and not while another dialog lies over it.
 * `onKey` answers whether the key was its own.
 */
export function useDialogKeys(onKey: (event: KeyboardEvent) => boolean): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement | null>(null);
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const { ctrlKey, altKey, metaKey, repeat, target } = event;
      if (ctrlKey || altKey || metaKey || repeat || isField(target)) return;
      const top = [...document.querySelectorAll('[role=dialog],[role=alertdialog]')].at(-1);
      if (inside.current === null || top?.contains(inside.current) !== true) return;
      if (!latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
  return inside;
}
