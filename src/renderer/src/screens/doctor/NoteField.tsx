import { FieldFrame, fieldLook } from '../../ui/FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly error: string | null;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

/** Why something is done, in words; the first thing to do in its dialog. */
export function NoteField({ label, value, error, testId, onChange }: Props) {
  return (
    <FieldFrame label={label} error={error} errorTestId="doctor-error">
      {(ids) => (
        <input
          {...ids}
          ref={focusOnce}
          data-testid={testId}
          type="text"
          dir="auto"
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={fieldLook}
        />
      )}
    </FieldFrame>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
