import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { weekdayText } from '../../i18n/format';
import { type Weekday, weekdays } from './week';

interface Props {
  readonly label: string;
  readonly value: readonly Weekday[];
  readonly testId: string;
  readonly onChange: (days: readonly Weekday[]) => void;
}

/** Some days of the week: arrow keys go along them, Space takes one in or out. */
export function Weekdays({ label, value, testId, onChange }: Props) {
  useTranslation();
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={new Set(value.map(String))}
      onSelectionChange={(keys) => onChange(weekdays.filter((day) => keys.has(String(day))))}
      className="flex gap-1"
    >
      {weekdays.map((day) => (
        <ToggleButton
          key={day}
          id={String(day)}
          data-testid={`${testId}-${day}`}
          className="flex min-h-9 min-w-11 cursor-pointer items-center justify-center rounded-control border border-line-strong bg-surface px-1.5 text-small font-semibold text-ink-soft data-hovered:bg-sunken data-selected:border-accent data-selected:bg-accent data-selected:text-on-accent"
        >
          {weekdayText(day, 'short')}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
