import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { cx } from './cx';
import { Icon } from './Icon';
import { usePopover } from './usePopover';

interface SelectChoice {
  readonly key: string;
  readonly text: string;
  /** Shown at the end of the line. */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly choices: readonly SelectChoice[];
  readonly value: string;
  readonly isDisabled?: boolean;
  /** The label stands before it: a line less where room is short. */
  readonly isInline?: boolean;
  /** The label stands elsewhere on the page, and is only read here. */
  readonly isLabelHidden?: boolean;
  readonly testId: string;
  readonly buttonId?: string;
  readonly onChange: (key: string) => void;
  /** Where the cursor goes on when the list is closed; default: back to the field. */
  readonly onClosed?: () => void;
}

/** One of a short list, folded away; letters typed on it find the choice. */
export function SelectField({
  label,
  hint,
  choices,
  value,
  isDisabled = false,
  isInline = false,
  isLabelHidden = false,
  testId,
  buttonId,
  onChange,
  onClosed,
}: Props) {
  const { isOpen, setOpen } = usePopover(onClosed);
  return (
    <Select
      value={value}
      isDisabled={isDisabled}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      className={cx(
        'min-w-0 outline-none!',
        isInline ? 'grid grid-cols-[auto_minmax(0,1fr)] items-center gap-2' : 'flex flex-col gap-1',
      )}
    >
      <div className={isLabelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <Label className="text-small font-semibold text-ink-soft">{label}</Label>
        {hint}
      </div>
      <Button
        data-testid={testId}
        {...(buttonId === undefined ? {} : { id: buttonId })}
        className={cx(
          'flex min-h-9 w-full min-w-0 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-start font-semibold',
          'data-disabled:cursor-default data-disabled:text-ink-faint',
        )}
      >
        <SelectValue className="figures min-w-0 grow truncate [&_[slot=description]]:hidden" />
        <Icon name="chevron" className="size-4" />
      </Button>
      <Popover className="min-w-(--trigger-width) rounded-control border border-line-strong bg-surface shadow-raised">
        <ListBox
          items={choices.map((choice) => ({ ...choice, id: choice.key }))}
          className="scroll-quiet max-h-80 p-1"
        >
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.text}
              className="figures flex cursor-pointer items-baseline gap-3 rounded-small px-2.5 py-1.5 data-focused:bg-accent-soft data-focused:text-on-accent-soft data-selected:font-bold"
            >
              <span className="grow whitespace-nowrap">{choice.text}</span>
              <span slot="description" className="text-caption whitespace-nowrap">
                {choice.note}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
