import type { RefObject } from 'react';

export interface Keys {
  /** Puts text where the caret is. */
  type(text: string): void;
  /** Types a letter as names are written: a capital at the start of each word. */
  letter(letter: string): void;
  backspace(): void;
  clear(): void;
}

/** A touch keyboard's keys, working on one input as a real keyboard would: at its caret. */
export function useKeys(
  input: RefObject<HTMLInputElement | null>,
  value: string,
  onChange: (value: string) => void,
): Keys {
  function replace(start: number, end: number, text: string): void {
    onChange(value.slice(0, start) + text + value.slice(end));
    const caret = start + text.length;
    // After React has written the new value, which moves the caret to the end.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    });
  }
  function selection(): readonly [number, number] {
    const element = input.current;
    const end = value.length;
    return [element?.selectionStart ?? end, element?.selectionEnd ?? end];
  }

  return {
    type(text) {
      const [start, end] = selection();
      replace(start, end, text);
    },
    letter(letter) {
      const [start, end] = selection();
      const before = value.slice(0, start);
      replace(start, end, before === '' || /[\s.'-]$/u.test(before) ? letter : letter.toLowerCase());
    },
    backspace() {
      const [start, end] = selection();
      if (start !== end) return replace(start, end, '');
      const last = [...value.slice(0, start)].at(-1) ?? '';
      replace(start - last.length, start, '');
    },
    clear() {
      replace(0, value.length, '');
    },
  };
}
