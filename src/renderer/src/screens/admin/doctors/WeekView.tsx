import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../../shared/model/doctor-schedule';
import type { ServiceDay } from '../../../../../shared/model/time';
import { dayPlus } from '../../../data/days';
import { useCall } from '../../../data/query';
import { useStatus } from '../../../data/status';
import { dayMonthText } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { IconButton } from '../../../ui/IconButton';
import { Spinner } from '../../../ui/Spinner';
import { DayColumn } from './DayColumn';
import { LeaveDialog } from './LeaveDialog';
import { OneOffDialog } from './OneOffDialog';
import { type TakeBack, TakeBackDialog } from './TakeBackDialog';

type Open =
  | { readonly dialog: 'leave'; readonly day: ServiceDay }
  | { readonly dialog: 'oneOff'; readonly day: ServiceDay; readonly weekday: number }
  | { readonly dialog: 'takeBack'; readonly taken: TakeBack };

interface Props {
  readonly doctor: DoctorSchedule;
  readonly dayStartsAtMinute: number;
}

/** A doctor's week as it comes: sessions and how full they are, leave, holidays; each day can be changed from here. */
export function WeekView({ doctor, dayStartsAtMinute }: Props) {
  const { t } = useTranslation('doctors');
  const today = useStatus()?.serviceDay;
  const [weeks, setWeeks] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const from = today === undefined ? null : dayPlus(mondayOf(today), weeks * 7);
  const week = useCall('doctors.week', from === null ? null : { doctorId: doctor.id, from }).value;
  const close = (): void => setOpen(null);
  if (from === null || today === undefined) return <Spinner />;
  return (
    <section aria-label={t('calendar.title')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          label={t('calendar.previous')}
          icon="back"
          data-testid="week-previous"
          onPress={() => setWeeks(weeks - 1)}
        />
        <h3 className="figures min-w-48 text-center text-lead font-bold" data-testid="week-title">
          {dayMonthText(from)} – {dayMonthText(dayPlus(from, 6))}
        </h3>
        <IconButton
          label={t('calendar.next')}
          icon="forward"
          data-testid="week-next"
          onPress={() => setWeeks(weeks + 1)}
        />
        {weeks !== 0 && (
          <Button size="small" onPress={() => setWeeks(0)}>
            {t('calendar.thisWeek')}
          </Button>
        )}
        <Button
          size="small"
          className="ms-auto"
          data-testid="week-leave"
          onPress={() => setOpen({ dialog: 'leave', day: from > today ? from : today })}
        >
          {t('calendar.leave')}
        </Button>
      </div>
      <div className="grid grid-cols-7 gap-2" data-testid="week-view" data-from={week?.days[0]?.serviceDay}>
        {week === undefined ? (
          <Spinner />
        ) : (
          week.days.map((day) => (
            <DayColumn
              key={day.serviceDay}
              day={day}
              isToday={day.serviceDay === today}
              isPast={day.serviceDay < today}
              onLeave={() => setOpen({ dialog: 'leave', day: day.serviceDay })}
              onOneOff={() => setOpen({ dialog: 'oneOff', day: day.serviceDay, weekday: day.weekday })}
              onTakeBack={(taken) => setOpen({ dialog: 'takeBack', taken })}
            />
          ))
        )}
      </div>
      <p className="text-small text-pretty text-ink-soft">{t('calendar.hint')}</p>
      {open?.dialog === 'leave' && <LeaveDialog doctor={doctor} day={open.day} onClose={close} />}
      {open?.dialog === 'oneOff' && (
        <OneOffDialog
          doctor={doctor}
          day={open.day}
          weekday={open.weekday}
          dayStartsAtMinute={dayStartsAtMinute}
          onClose={close}
        />
      )}
      {open?.dialog === 'takeBack' && <TakeBackDialog taken={open.taken} onClose={close} />}
    </section>
  );
}

function mondayOf(day: ServiceDay): ServiceDay {
  return dayPlus(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
