import { Radio, RadioGroup } from 'react-aria-components';

interface RadioRow {
  readonly key: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly testId?: string;
}

interface Props {
  readonly label: string;
  readonly rows: readonly RadioRow[];
  readonly value: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (key: string) => void;
}

/** One of a few, all in view, by arrow keys. */
export function RadioRows({ label, rows, value, autoFocus = false, onChange }: Props) {
  return (
    <RadioGroup aria-label={label} value={value} onChange={onChange} className="flex flex-col gap-1">
      {rows.map(({ key, text, note, testId }, index) => (
        <Radio
          key={key}
          value={key}
          autoFocus={autoFocus && (value === null ? index === 0 : key === value)}
          {...(testId === undefined ? {} : { 'data-testid': testId })}
          className="group flex cursor-pointer items-center gap-3 rounded-control border border-line px-3 py-2 data-hovered:bg-sunken data-selected:border-accent data-selected:bg-accent-soft data-selected:text-on-accent-soft"
        >
          <span className="flex size-5 shrink-0 items-center justify-center rounded-pill border-2 border-line-strong group-data-selected:border-accent">
            <span className="size-2.5 rounded-pill group-data-selected:bg-accent" />
          </span>
          <bdi className="figures min-w-0 grow truncate font-semibold">{text}</bdi>
          {note !== undefined && <span className="figures shrink-0 text-small">{note}</span>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
