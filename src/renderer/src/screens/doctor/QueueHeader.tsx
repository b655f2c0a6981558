import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { BookView } from '../../../../shared/model/book-view';
import { useIsBefore, useMinute } from '../../data/useNow';
import { dayText, timeText } from '../../i18n/format';
import { PersonChip } from '../../parts/people/PersonChip';
import { Plate } from '../../ui/Avatar';
import { isClockOff, StateChips } from '../../ui/Chips';
import { breakText } from './breakText';
import { DayTools, type DayToolsProps } from './DayTools';

interface Props extends DayToolsProps, Pick<BookView, 'doctor' | 'breakUntil' | 'serviceDay'> {
  readonly status: AppStatus;
  readonly lost: boolean;
}

/** Whose window this is, the clinic's clock, and what can be done with the day. */
export const QueueHeader = memo(function QueueHeader(props: Props) {
  const { doctor, breakUntil, serviceDay, status, lost, ...tools } = props;
  const { t } = useTranslation(['doctor', 'common']);
  const now = useMinute();
  const isBreak = useIsBefore(breakUntil);
  const onBreak = !tools.isClosed && isBreak && breakUntil !== null;
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2">
      <Plate prefix={doctor.prefix} />
      <div className="min-w-32 grow basis-40">
        <h1 dir="auto" className="truncate text-title font-bold">
          {doctor.name}
        </h1>
        <p className="truncate text-ink-soft">
          {onBreak ? (
            <strong data-testid="doctor-break" className="text-warn">
              {breakText(breakUntil, status.timeZone)}
            </strong>
          ) : (
            <>
              <bdi>{doctor.specialization}</bdi>
              {doctor.room !== '' && ` · ${t('common:room', { room: doctor.room })}`}
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <PersonChip />
        <StateChips clockShifted={isClockOff(status)} lost={lost} />
      </div>
      <DayTools {...tools} />
      <div className="shrink-0 text-end">
        <time className="signage block text-title">{timeText(now, status.timeZone)}</time>
        <p className="text-small whitespace-nowrap text-ink-soft max-[1000px]:hidden">
          {dayText(serviceDay)}
        </p>
      </div>
    </header>
  );
});
