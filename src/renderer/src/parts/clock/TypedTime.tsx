import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, MINUTE, type ServiceDay, serviceDaySchema } from '../../../../shared/model/time';
import { minuteOf } from '../../../../shared/model/typed-session';
import { dayOf, minuteOfDay, shortDayText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { DayField } from '../../ui/DayField';

/** No clinic used this app before: what is typed here is no slip of years. */
const FIRST_DAY = '2025-01-01';
const LAST_MINUTE = 24 * 60 - 1;

interface Props {
  /** What it most likely is. */
  readonly start: number;
  readonly timeZone: string;
  readonly busy: boolean;
  readonly onSay: (date: ServiceDay, minute: number, time: number) => void;
  /** Null: there is nothing to go back to. */
  readonly onBack: (() => void) | null;
}

/** The day and the time as they are on the wall. */
export function TypedTime({ start, timeZone, busy, onSay, onBack }: Props) {
  const { t } = useTranslation('clock');
  const [day, setDay] = useState(() => dayOf(start, timeZone));
  const [typed, setTyped] = useState(() => clockText(minuteOfDay(start, timeZone)));
  const [isWrong, setWrong] = useState(false);

  function say(event: FormEvent): void {
    event.preventDefault();
    const minute = minuteOf(typed);
    setWrong(minute === null || minute > LAST_MINUTE);
    if (minute === null || minute > LAST_MINUTE) return;
    const midnight = start - minuteOfDay(start, timeZone) * MINUTE;
    const days = (Date.parse(day) - Date.parse(dayOf(start, timeZone))) / MINUTE;
    onSay(serviceDaySchema.parse(day), minute, midnight + (days + minute) * MINUTE);
  }

  return (
    <form onSubmit={say} className="flex flex-wrap items-end gap-2">
      <div className="w-56">
        <DayField
          label={t('day')}
          text={shortDayText(day)}
          value={day}
          first={FIRST_DAY}
          testId="clock-day"
          onChange={setDay}
        />
      </div>
      <label className="flex flex-col gap-1">
        <span className="text-small font-semibold text-ink-soft">{t('time')}</span>
        <input
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          aria-invalid={isWrong}
          aria-describedby="clock-time-problem"
          data-testid="clock-time"
          className="figures min-h-9 w-24 rounded-control border border-line-strong bg-surface px-3 font-semibold aria-invalid:border-danger"
        />
      </label>
      <Button type="submit" tone="primary" busy={busy} data-testid="clock-say">
        {t('isNow')}
      </Button>
      {onBack !== null && (
        <Button onPress={onBack} data-testid="clock-back">
          {t('back')}
        </Button>
      )}
      {isWrong && (
        <p id="clock-time-problem" role="alert" className="basis-full text-small font-semibold text-danger">
          {t('timeProblem')}
        </p>
      )}
    </form>
  );
}
