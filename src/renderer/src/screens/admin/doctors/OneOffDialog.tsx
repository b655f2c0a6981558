import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../../shared/model/doctor-schedule';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dayText } from '../../../i18n/format';
import { PlanDialog } from '../../../parts/doctors/PlanDialog';
import { SessionFields } from '../../../parts/doctors/WeekFields';
import { newRow, readWeek, usualRow, weekdays } from '../../../parts/doctors/week';

interface Props {
  readonly doctor: DoctorSchedule;
  readonly day: ServiceDay;
  readonly weekday: number;
  readonly dayStartsAtMinute: number;
  readonly onClose: () => void;
}

/** A session of this day alone, beside those of the week. */
export function OneOffDialog({ doctor, day, weekday, dayStartsAtMinute, onClose }: Props) {
  const { t } = useTranslation('doctors');
  const [row, setRow] = useState(() => {
    const [like] = doctor.schedule;
    return newRow({
      ...usualRow,
      days: weekdays.filter((one) => one === weekday),
      from: '',
      to: '',
      ...(like === undefined ? {} : { slotMinutes: String(like.slotMinutes), seats: String(like.capacity) }),
    });
  });
  const { busy, run } = useCommand();
  const { problems, lines } = readWeek([row], dayStartsAtMinute);
  const [line] = lines;
  const session =
    line === undefined
      ? null
      : {
          doctorId: doctor.id,
          serviceDay: day,
          startMinute: line.startMinute,
          endMinute: line.endMinute,
          slotMinutes: line.slotMinutes,
          capacity: line.capacity,
          emergencySeats: line.emergencySeats,
        };
  // Nothing is wrong with what nobody has typed yet.
  const isUntouched = row.from === '' && row.to === '';

  return (
    <PlanDialog
      title={t('oneOff.title', { name: doctor.name, day: dayText(day) })}
      label={t('oneOff.do')}
      input={session === null ? null : { command: 'oneOffs.add', ...session }}
      busy={busy}
      testId="one-off-dialog"
      onConfirm={() => {
        if (session === null) return;
        void run('oneOffs.add', session, {
          done: () => i18n.t('doctors:said.session'),
          after: onClose,
        });
      }}
      onClose={onClose}
    >
      <p className="text-pretty text-ink-soft">{t('oneOff.text')}</p>
      <SessionFields
        row={row}
        testId="one-off"
        startsHere
        problems={isUntouched ? {} : (problems.get(row.key) ?? {})}
        onChange={setRow}
      />
    </PlanDialog>
  );
}
