import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../data/query';
import { DoctorFileDialog } from '../../../parts/doctors/DoctorFileDialog';
import { DoctorForm } from '../../../parts/doctors/DoctorForm';
import { Plate } from '../../../ui/Avatar';
import { Button } from '../../../ui/Button';
import { Splash } from '../../../ui/Splash';
import { StepFrame } from './StepFrame';
import type { StepProps } from './steps';

/** One doctor after the other; each new one works as the first, until told otherwise. Enter on an empty form goes on. */
export function DoctorsStep({ settings, ...frame }: StepProps) {
  const { t } = useTranslation(['setup', 'common', 'files']);
  const [isReading, setReading] = useState(false);
  const doctors = useCall('doctors.list', {}).value;
  if (doctors === undefined) return <Splash />;
  return (
    <StepFrame {...frame} startsInFields>
      {doctors.length > 0 && (
        <ul aria-label={t('doctors.added')} className="flex flex-wrap gap-3">
          {doctors.map(({ id, prefix, name, room }) => (
            <li
              key={id}
              data-testid={`setup-doctor-${prefix}`}
              className="flex items-center gap-3 rounded-card border border-line bg-surface py-1.5 ps-2 pe-4"
            >
              <Plate prefix={prefix} />
              <span>
                <bdi className="block font-bold">{name}</bdi>
                {room !== '' && (
                  <span className="text-small text-ink-soft">{t('common:room', { room })}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        className="self-start"
        onPress={() => setReading(true)}
        data-testid="setup-doctors-file"
      >
        {t('files:doctors.fromFile')}
      </Button>
      {isReading && <DoctorFileDialog onClose={() => setReading(false)} />}
      <DoctorForm
        key={doctors.length}
        doctor={null}
        doctors={doctors}
        dayStartsAtMinute={settings.clinic.dayStartsAtMinute}
        onSaved={() => undefined}
        onNobody={doctors.length > 0 ? frame.onNext : undefined}
      />
    </StepFrame>
  );
}
