import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../../../shared/model/doctor-schedule';
import {
  type NewSeats,
  stretchesOf,
  type Template,
  withSeats,
} from '../../../../../../shared/model/template';
import { type ServiceDay, serviceDaySchema } from '../../../../../../shared/model/time';
import { dayPlus } from '../../../../data/days';
import { useStatus } from '../../../../data/status';
import { useCommand } from '../../../../data/useCommand';
import { i18n } from '../../../../i18n';
import { dayText, slotText } from '../../../../i18n/format';
import { PlanDialog } from '../../../../parts/doctors/PlanDialog';
import { Alert } from '../../../../ui/Alert';
import { DayField } from '../../../../ui/DayField';
import { Spinner } from '../../../../ui/Spinner';
import { daysText } from './words';

interface Props {
  readonly doctor: DoctorSchedule;
  readonly template: Template;
  readonly seats: NewSeats;
  readonly onClose: () => void;
}

export function UseDialog(props: Props) {
  const today = useStatus()?.serviceDay;
  return today === undefined ? <Spinner /> : <FromDay {...props} first={dayPlus(today, 1)} />;
}

/** From which day the suggested seats hold; whom that would move is in view before anything is saved. */
function FromDay({ doctor, template, seats, onClose, first }: Props & { readonly first: ServiceDay }) {
  const { t } = useTranslation('advisor');
  const [from, setFrom] = useState(first);
  const { busy, run } = useCommand();
  const week = withSeats(doctor.schedule, template, seats, from);
  const input = typeof week === 'string' ? null : { doctorId: doctor.id, schedule: week.schedule };
  return (
    <PlanDialog
      title={t('dialogTitle', { name: doctor.name })}
      label={t('save')}
      input={input === null ? null : { command: 'doctors.save', ...input }}
      busy={busy}
      hasNoFields
      testId="advice-dialog"
      onConfirm={() => {
        if (input === null) return;
        void run('doctors.save', input, {
          done: () => i18n.t('advisor:said', { day: dayText(from) }),
          after: onClose,
        });
      }}
      onClose={onClose}
    >
      <DayField
        label={t('from')}
        text={dayText(from)}
        value={from}
        first={first}
        testId="advice-from"
        onChange={(day) => setFrom(serviceDaySchema.parse(day))}
      />
      <div>
        <p className="text-pretty text-ink-soft">
          {t('dialogText', { days: daysText(template.weekdays), hours: slotText(template) })}
        </p>
        <ul className="figures mt-1 text-small font-semibold" data-testid="advice-lines">
          {stretchesOf(template, seats).map((line) => (
            <li key={line.startMinute}>{t('seatsOf', { hours: slotText(line), count: line.capacity })}</li>
          ))}
        </ul>
      </div>
      {typeof week === 'string' ? (
        <Alert tone="warn" title={t(week)} testId="advice-not-then" />
      ) : (
        week.until !== null && <Alert tone="info" title={t('until', { day: dayText(week.until) })} />
      )}
    </PlanDialog>
  );
}
