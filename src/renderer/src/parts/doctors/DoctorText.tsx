import { FieldFrame, fieldLook } from '../../ui/FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly testId: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isNumeric?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line of text about a doctor. */
export function DoctorText({
  label,
  value,
  error,
  testId,
  placeholder,
  autoFocus,
  isNumeric = false,
  onChange,
}: Props) {
  return (
    <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          ref={autoFocus === true ? focused : null}
          data-testid={testId}
          dir="auto"
          autoComplete="off"
          inputMode={isNumeric ? 'numeric' : 'text'}
          placeholder={placeholder}
          value={value}
          className={fieldLook}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

/** Once, when it appears. */
function focused(input: HTMLInputElement | null): void {
  input?.focus();
}
