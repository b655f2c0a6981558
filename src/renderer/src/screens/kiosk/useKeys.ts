import { type RefObject, useEffect, useState } from 'react';
import type { Edit } from './keyboard/script';

/** A touch keyboard's keys, working on one input as a real keyboard would: at its caret. */
export interface Keys {
  /** The text up to the caret, as last rendered: what the keys show. */
  readonly before: string;
  /** Edits at the caret; gets the text before it as it is now, which a fast finger may have changed. */
  edit(make: (before: string) => Edit): void;
  backspace(): void;
}

export function useKeys(
  input: RefObject<HTMLInputElement | null>,
  value: string,
  onChange: (value: string) => void,
): Keys {
  const caret = useCaret(input, value);

  function replace(start: number, end: number, text: string): void {
    onChange(value.slice(0, start) + text + value.slice(end));
    const at = start + text.length;
    // After React has written the new value, which moves the caret to the end.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at, at);
    });
  }
  function selection(): readonly [number, number] {
    const element = input.current;
    const end = value.length;
    return [element?.selectionStart ?? end, element?.selectionEnd ?? end];
  }

  return {
    before: value.slice(0, caret),
    edit(make) {
      const [start, end] = selection();
      const { remove, insert } = make(value.slice(0, start));
      replace(Math.max(0, start - remove), end, insert);
    },
    backspace() {
      const [start, end] = selection();
      if (start !== end) return replace(start, end, '');
      const last = [...value.slice(0, start)].at(-1) ?? '';
      replace(start - last.length, start, '');
    },
  };
}

/** Where the caret is: a key's label depends on the letter before it. */
function useCaret(input: RefObject<HTMLInputElement | null>, value: string): number {
  const [caret, setCaret] = useState(value.length);
  useEffect(() => {
    const follow = (): void => {
      if (document.activeElement === input.current) setCaret(input.current?.selectionStart ?? value.length);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [input, value]);
  return Math.min(caret, value.length);
}
