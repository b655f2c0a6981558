import { type ReactNode, useId, useState } from 'react';
import { Switch } from 'react-aria-components';
import { cx } from './cx';
import { FieldFrame, fieldLook } from './FieldFrame';

interface GroupProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** Settings that belong together, under one heading. */
export function SettingGroup({ title, text, children }: GroupProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card"
    >
      <header>
        <h2 id={id} className="text-lead font-bold">
          {title}
        </h2>
        {text !== undefined && <p className="text-small text-pretty text-ink-soft">{text}</p>}
      </header>
      {children}
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  /** What it switches, where the label beside it only says how it stands. */
  readonly name?: string;
  readonly text?: string;
  readonly value: boolean;
  readonly testId: string;
  readonly onChange: (value: boolean) => void;
}

/** On or off, with a sentence of what it does. Saved at once. */
export function SettingSwitch({ label, name, text, value, testId, onChange }: SwitchProps) {
  return (
    <Switch
      {...(name === undefined ? {} : { 'aria-label': name })}
      isSelected={value}
      onChange={onChange}
      data-testid={testId}
      className="group flex cursor-pointer items-start gap-3"
    >
      <span className="mt-0.5 flex h-6 w-11 shrink-0 items-center rounded-pill border-2 border-line-strong bg-sunken px-0.5 transition-ground group-data-focus-visible:outline-3 group-data-focus-visible:outline-focus group-data-selected:border-accent group-data-selected:bg-accent">
        <span className="size-4 rounded-pill bg-ink-soft transition-transform group-data-selected:translate-x-5 group-data-selected:bg-on-accent rtl:group-data-selected:-translate-x-5" />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {text !== undefined && <span className="block text-small text-pretty text-ink-soft">{text}</span>}
      </span>
    </Switch>
  );
}

interface TextProps {
  readonly label: string;
  readonly text?: string;
  readonly value: string;
  readonly testId: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly placeholder?: string | undefined;
  /** The label stands elsewhere on the page, and is only read here. */
  readonly isLabelHidden?: boolean;
  /** What the number counts. */
  readonly unit?: string;
  readonly className?: string;
  /** What is wrong with it, in words; null: it may be saved. */
  readonly problem?: (value: string) => string | null;
  readonly onSave: (value: string) => void;
}

/** A line of text or a number. Saved when one leaves it or presses Enter; Escape takes the typing back. */
export function SettingText({
  label,
  text,
  value,
  testId,
  inputMode = 'text',
  placeholder,
  isLabelHidden = false,
  unit,
  className,
  problem = () => null,
  onSave,
}: TextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const error = typed === null ? null : problem(typed);
  function save(): void {
    if (typed === null || error !== null) return;
    if (typed !== value) onSave(typed);
    setTyped(null);
  }
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <FieldFrame label={label} isLabelHidden={isLabelHidden} error={error} errorTestId={`${testId}-error`}>
        {(ids) => {
          const input = (
            <input
              {...ids}
              data-testid={testId}
              dir="auto"
              inputMode={inputMode}
              placeholder={placeholder}
              value={shown}
              className={fieldLook}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={save}
              onKeyDown={(event) => {
                if (event.key === 'Enter') save();
                if (event.key === 'Escape') setTyped(null);
              }}
            />
          );
          if (unit === undefined) return input;
          return (
            <div className="flex items-center gap-2">
              {input}
              <span aria-hidden="true" className="shrink-0 text-small text-ink-soft">
                {unit}
              </span>
            </div>
          );
        }}
      </FieldFrame>
      {text !== undefined && <p className="text-small text-pretty text-ink-soft">{text}</p>}
    </div>
  );
}
