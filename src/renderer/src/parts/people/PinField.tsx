import { useEffect, useRef } from 'react';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly testId: string;
  /** The cursor begins here. */
  readonly starts?: boolean;
  readonly onChange: (value: string) => void;
}

/** Digits that nobody beside can read. */
export function PinField({ label, value, error, testId, starts = false, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (starts) field.current?.focus();
  }, [starts]);
  return (
    <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          ref={field}
          data-testid={testId}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={20}
          value={value}
          className={fieldLook}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
