import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  /** What it mostly is: one press. */
  readonly usual: readonly string[];
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

/** Why, in a few words; the usual ones by one press. */
export function ReasonField({ label, value, error, usual, testId, onChange }: Props) {
  return (
    <div className="flex flex-col gap-2">
      <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
        {(ids) => (
          <input
            {...ids}
            ref={focused}
            data-testid={testId}
            dir="auto"
            autoComplete="off"
            maxLength={200}
            value={value}
            className={fieldLook}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      {usual.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {usual.map((one) => (
            <Button key={one} size="small" onPress={() => onChange(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Once, when it appears. */
function focused(input: HTMLInputElement | null): void {
  input?.focus();
}
