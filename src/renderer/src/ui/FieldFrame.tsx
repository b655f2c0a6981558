import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';

/** The look of a dense text field; states by attribute, so that any kind of input may wear it. */
export const fieldLook = cx(
  'min-h-9 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-body font-semibold text-ink',
  'placeholder:font-normal placeholder:text-ink-faint',
  'focus:border-accent focus:outline-3 focus:outline-offset-0 focus:outline-focus',
  'aria-invalid:border-danger aria-invalid:bg-danger-soft',
);

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: string;
  /** The id of the control, where something else must find it. */
  readonly id?: string;
  /** It stands elsewhere on the page, and is only read here. */
  readonly isLabelHidden?: boolean;
  /** The key that goes there. */
  readonly hint?: ReactNode;
  /** In words, beside the field and read with it. */
  readonly error: string | null;
  readonly errorTestId?: string;
  /** What looks odd and may be right. */
  readonly doubt?: string | null;
  /** How it is understood. */
  readonly note?: string | null;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A label, a control and what is wrong with it, tied together for screen readers. */
export function FieldFrame({
  label,
  id,
  isLabelHidden = false,
  hint,
  error,
  errorTestId,
  doubt = null,
  note = null,
  children,
}: Props) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const errorId = `${fieldId}-error`;
  const invalid = error !== null;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className={isLabelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <label htmlFor={fieldId} className="text-small font-semibold text-ink-soft">
          {label}
        </label>
        {hint}
      </div>
      {children({
        id: fieldId,
        'aria-describedby': invalid || doubt !== null || note !== null ? errorId : undefined,
        'aria-invalid': invalid ? true : undefined,
      })}
      {invalid && (
        <p
          id={errorId}
          role="alert"
          {...(errorTestId === undefined ? {} : { 'data-testid': errorTestId })}
          className="flex items-start gap-1.5 text-small font-semibold text-danger"
        >
          <Icon name="warn" className="mt-[0.15em]" />
          <span>{error}</span>
        </p>
      )}
      {!invalid && doubt !== null && (
        <p
          id={errorId}
          role="status"
          data-testid="field-doubt"
          className="flex items-start gap-1.5 text-small font-semibold text-warn"
        >
          <Icon name="help" className="mt-[0.15em]" />
          <span>{doubt}</span>
        </p>
      )}
      {!invalid && doubt === null && note !== null && (
        <p id={errorId} role="status" data-testid="field-note" className="text-small text-ink-soft">
          {note}
        </p>
      )}
    </div>
  );
}
