import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import { cx } from './cx';
import { FieldFrame, fieldLook } from './FieldFrame';

export interface ComboOption {
  readonly key: string;
  readonly content: ReactNode;
  readonly testId?: string | undefined;
}

interface Props {
  readonly label: string;
  /** The name of the list for screen readers. */
  readonly listLabel: string;
  readonly id?: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly errorTestId?: string;
  readonly doubt?: string | null;
  readonly testId: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly placeholder?: string;
  readonly inputMode?: 'tel' | 'text';
  readonly options: readonly ComboOption[];
  readonly isOpen: boolean;
  /** Which option Enter takes before any arrow key was pressed; -1: none. */
  readonly startAt: number;
  /** The list stands under the field and pushes the rest down, instead of lying over it. */
  readonly inFlow?: boolean;
  /** Escape closes the list and goes on to what stands around the field, instead of ending here. */
  readonly passesEscape?: boolean;
  readonly onChange: (text: string) => void;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPick: (key: string) => void;
  /** Enter while no option is chosen. */
  readonly onEnter?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus?: () => void;
}

/**
 * A text field with a list under it, after the ARIA combobox pattern. Own, because a receptionist types ahead of
 * what is shown: which option Enter takes must follow from the keys alone, not from timers between them.
 */
export function ComboField(props: Props) {
  const { options, startAt, onOpenChange, onPick } = props;
  const listId = useId();
  const signature = options.map(({ key }) => key).join('\n');
  const [walked, setWalked] = useState({ signature, at: startAt });
  const shown = props.isOpen && options.length > 0;
  const active = walked.signature === signature ? walked.at : startAt;
  const optionId = (index: number): string => `${listId}-${index}`;
  const activeId = shown && active >= 0 ? optionId(active) : undefined;

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const goTo = (at: number): void => setWalked({ signature, at });

  function pick(index: number): void {
    const option = options[index];
    if (option === undefined) return;
    goTo(startAt);
    onPick(option.key);
  }

  function walk(step: 1 | -1): void {
    const last = options.length - 1;
    const next = active + step;
    if (!shown) onOpenChange(true);
    else goTo(next > last ? 0 : next < 0 ? last : next);
  }

  function onEnter(event: KeyboardEvent<HTMLInputElement>): void {
    if (!event.repeat && (!shown || active < 0)) {
      props.onEnter?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) pick(active);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') onEnter(event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Escape' && shown) {
      onOpenChange(false);
      if (props.passesEscape === true) return;
      event.preventDefault();
      event.stopPropagation();
    }
  }

  return (
    <div className="relative min-w-0">
      <FieldFrame
        label={props.label}
        error={props.error ?? null}
        doubt={props.doubt ?? null}
        {...(props.id === undefined ? {} : { id: props.id })}
        {...(props.errorTestId === undefined ? {} : { errorTestId: props.errorTestId })}
        hint={props.hint}
      >
        {(ids) => (
          <input
            {...ids}
            ref={props.inputRef}
            data-testid={props.testId}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={listId}
            aria-activedescendant={activeId}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            inputMode={props.inputMode}
            placeholder={props.placeholder}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            onKeyDown={onKeyDown}
            onFocus={props.onFocus}
            onBlur={() => onOpenChange(false)}
            className={cx(fieldLook, 'figures')}
          />
        )}
      </FieldFrame>
      <div
        id={listId}
        role="listbox"
        aria-label={props.listLabel}
        hidden={!shown}
        className={cx(
          'scroll-quiet mt-1 rounded-control border border-line-strong bg-surface p-1',
          props.inFlow === true ? 'max-h-[50vh]' : 'absolute inset-x-0 z-20 max-h-[45vh] shadow-raised',
        )}
      >
        {shown &&
          options.map((option, index) => (
            <Option
              key={option.key}
              id={optionId(index)}
              option={option}
              isActive={index === active}
              onPick={() => pick(index)}
            />
          ))}
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: ComboOption;
  readonly isActive: boolean;
  readonly onPick: () => void;
}

/** Never in focus itself: the field keeps it, so a press must not take it away. */
function Option({ id, option, isActive, onPick }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      {...(option.testId === undefined ? {} : { 'data-testid': option.testId })}
      onPointerDown={(event) => {
        event.preventDefault();
        if (event.button === 0) onPick();
      }}
      className="cursor-pointer rounded-small px-2.5 py-1.5 hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-on-accent-soft"
    >
      {option.content}
    </div>
  );
}
