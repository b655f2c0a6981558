import type { RefObject } from 'react';
import { cx } from '../../ui/cx';

interface Props {
  readonly label: string;
  readonly code: string;
  readonly length: number;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly busy: boolean;
  readonly isWrong: boolean;
  readonly onType: (typed: string) => void;
}

/** One box a digit to see, one field to type, paste and read aloud. Codes are read from the left in every language. */
export function CodeField({ label, code, length, inputRef, busy, isWrong, onType }: Props) {
  const places = [...Array(length).keys()];
  const at = busy ? -1 : code.length;
  return (
    <label dir="ltr" className="relative block w-full max-w-[30rem]">
      <span className="sr-only">{label}</span>
      <span aria-hidden className="grid grid-cols-6 gap-2 min-[500px]:gap-3">
        {places.map((place) => (
          <span
            key={place}
            className={cx(
              'signage flex h-[4.5rem] items-center justify-center rounded-card border-2 bg-surface text-display',
              isWrong ? 'border-danger' : place === at ? 'border-accent' : 'border-line-strong',
              place === at && 'outline-3 outline-accent-soft',
            )}
          >
            {code[place] ?? ''}
          </span>
        ))}
      </span>
      <input
        ref={inputRef}
        // The page has keys of its own, larger than a tablet's.
        inputMode="none"
        autoComplete="one-time-code"
        spellCheck={false}
        readOnly={busy}
        aria-invalid={isWrong}
        data-testid="pair-code"
        value={code}
        onChange={(event) => onType(event.currentTarget.value)}
        className="absolute inset-0 size-full rounded-card text-transparent caret-transparent opacity-0"
      />
    </label>
  );
}
