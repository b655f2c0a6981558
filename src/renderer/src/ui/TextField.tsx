import type { RefObject } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
} from 'react-aria-components';
import { cx } from './cx';
import { Icon } from './Icon';

interface Props extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** In words; shown beside the field and read with it. */
  readonly error: string | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly inputTestId: string;
  /** Only one error a page carries the id. */
  readonly errorTestId?: string | undefined;
}

/** A big labelled field for standing readers. The direction of what is typed follows its script. */
export function TextField({ label, error, inputRef, inputTestId, errorTestId, ...rest }: Props) {
  return (
    <AriaTextField {...rest} isInvalid={error !== null} className="flex min-w-0 flex-col gap-1.5">
      <Label className="text-body font-semibold">{label}</Label>
      <Input
        ref={inputRef}
        data-testid={inputTestId}
        dir="auto"
        className={cx(
          'touch-target w-full min-w-0 rounded-card border-2 border-line-strong bg-surface px-5',
          'text-title font-semibold text-ink figures',
          'data-focused:border-accent data-focused:outline-3 data-focused:outline-offset-0 data-focused:outline-accent-soft',
          'data-invalid:border-danger data-invalid:outline-3 data-invalid:outline-offset-0 data-invalid:outline-danger-soft',
        )}
      />
      <FieldError
        {...(errorTestId === undefined ? {} : { 'data-testid': errorTestId })}
        className="flex items-start gap-2 text-body font-semibold text-danger"
      >
        <Icon name="warn" className="mt-[0.15em]" />
        <span>{error}</span>
      </FieldError>
    </AriaTextField>
  );
}
