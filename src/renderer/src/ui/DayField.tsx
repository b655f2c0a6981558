import { memo, type ReactNode, useContext, useEffect, useRef } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarStateContext,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components';
import { Icon } from './Icon';
import { usePopover } from './usePopover';

interface Props {
  readonly label: string;
  /** As the day reads now: `Today`, `Tuesday, 24 November`. */
  readonly text: string;
  readonly hint?: ReactNode;
  /** `YYYY-MM-DD`. */
  readonly value: string;
  readonly first: string;
  readonly testId: string;
  readonly buttonId?: string;
  readonly onChange: (day: string) => void;
  /** Where the cursor goes on when the calendar is closed; default: back to the field. */
  readonly onClosed?: () => void;
}

/** A day from a calendar. Days before `first` cannot be had. */
export const DayField = memo(function DayField(props: Props) {
  const { label, text, hint, value, first, testId, buttonId, onChange, onClosed } = props;
  const { isOpen, setOpen } = usePopover(onClosed);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <span aria-hidden="true" className="text-small font-semibold text-ink-soft">
          {label}
        </span>
        {hint}
      </div>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          data-testid={testId}
          {...(buttonId === undefined ? {} : { id: buttonId })}
          aria-label={`${label}: ${text}`}
          className="flex min-h-9 w-full min-w-0 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-start font-semibold"
        >
          <span className="min-w-0 grow truncate">{text}</span>
          <Icon name="calendar" className="size-4" />
        </Button>
        <Popover className="rounded-control border border-line-strong bg-surface shadow-raised">
          <Dialog aria-label={label} className="p-3">
            <Calendar
              aria-label={label}
              isDateUnavailable={(date) => date.toString() < first}
              onChange={(date) => {
                setOpen(false);
                onChange(date.toString());
              }}
            >
              <StartAt day={value} />
              <header className="mb-2 flex items-center gap-2">
                <Turn slot="previous" first={first} />
                <Heading className="grow text-center font-bold" />
                <Turn slot="next" />
              </header>
              <CalendarGrid className="figures border-separate border-spacing-0.5 text-center [&_th]:text-caption [&_th]:text-ink-faint">
                {(date) => (
                  <CalendarCell
                    date={date}
                    data-current={date.toString() === value ? true : undefined}
                    className="flex size-9 cursor-pointer items-center justify-center rounded-small data-current:bg-accent-soft data-current:font-bold data-hovered:bg-sunken data-outside-month:hidden data-unavailable:cursor-default data-unavailable:text-ink-faint data-unavailable:line-through"
                  />
                )}
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
});

/** To another month, unless all of it is before `first`. */
function Turn({ slot, first = '' }: { readonly slot: 'previous' | 'next'; readonly first?: string }) {
  const state = useContext(CalendarStateContext);
  const start = state?.visibleRange.start.toString();
  return (
    <Button
      slot={slot}
      {...(start !== undefined && start <= first ? { isDisabled: true } : {})}
      className="flex size-9 cursor-pointer items-center justify-center rounded-small data-disabled:cursor-default data-disabled:opacity-25 data-hovered:bg-sunken"
    >
      <Icon name={slot === 'previous' ? 'back' : 'forward'} directional />
    </Button>
  );
}

/** Opens the calendar on the day that counts here: the clinic's clock may not be this computer's. */
function StartAt({ day }: { readonly day: string }) {
  const state = useContext(CalendarStateContext);
  const latest = useRef(state);
  useEffect(() => {
    const calendar = latest.current;
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    calendar?.setFocusedDate(calendar.focusedDate.set({ year, month, day: date }));
    calendar?.setFocused(true);
  }, [day]);
  return null;
}
