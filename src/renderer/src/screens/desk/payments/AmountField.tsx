import type { RefObject } from 'react';
import { decimalsOf } from '../../../../../shared/model/money';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly currency: string;
  /** What is wrong with it; null: nothing is said. */
  readonly error: string | null;
  readonly note?: string | null;
  readonly testId: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

/** An amount of money, as it is typed. */
export function AmountField({
  label,
  value,
  currency,
  error,
  note = null,
  testId,
  inputRef,
  onChange,
}: Props) {
  return (
    <FieldFrame label={label} error={error} note={note} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          {...(inputRef && { ref: inputRef })}
          data-testid={testId}
          dir="ltr"
          inputMode={decimalsOf(currency) > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={`${fieldLook} figures max-w-48`}
        />
      )}
    </FieldFrame>
  );
}
