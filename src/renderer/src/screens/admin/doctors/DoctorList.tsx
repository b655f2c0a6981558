import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../../shared/model/doctor-schedule';
import type { DoctorId } from '../../../../../shared/model/ids';
import { useStatus } from '../../../data/status';
import { useMay } from '../../../data/who';
import { DoctorFileDialog } from '../../../parts/doctors/DoctorFileDialog';
import { DoctorPhoto } from '../../../parts/doctors/DoctorPhoto';
import { useDoctorFile } from '../../../parts/doctors/useDoctorFile';
import { hoursOf } from '../../../parts/doctors/week';
import { Plate } from '../../../ui/Avatar';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import type { DoctorPart } from './DoctorPage';
import { RetireButton } from './RetireButton';

interface Props {
  readonly doctors: readonly DoctorSchedule[];
  readonly onAdd: () => void;
  readonly onOpen: (doctorId: DoctorId, part: DoctorPart) => void;
}

/** Everybody who works here, then those who did. */
export function DoctorList({ doctors, onAdd, onOpen }: Props) {
  const { t } = useTranslation('doctors');
  const mayChange = useMay()('doctors.save');
  const active = doctors.filter((doctor) => doctor.active);
  const retired = doctors.filter((doctor) => !doctor.active);
  if (doctors.length === 0) {
    return (
      <EmptyState icon="stethoscope" title={t('none')} text={t('noneText')} testId="doctors-none">
        {mayChange && (
          <div className="flex flex-wrap justify-center gap-3">
            <Button tone="primary" size="large" onPress={onAdd} data-testid="doctors-add">
              {t('add')}
            </Button>
            <ImportButton size="large" />
          </div>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <header className="flex flex-wrap items-start gap-4">
        <div className="min-w-0 grow basis-96">
          <h2 className="text-title font-bold">{t('title')}</h2>
          <p className="text-pretty text-ink-soft">{t('text')}</p>
        </div>
        {mayChange && (
          <div className="flex flex-wrap gap-3">
            <ExportButton />
            <ImportButton />
            <Button tone="primary" onPress={onAdd} data-testid="doctors-add">
              {t('add')}
            </Button>
          </div>
        )}
      </header>
      <List doctors={active} onOpen={onOpen} />
      {retired.length > 0 && (
        <details data-testid="doctors-retired">
          <summary className="cursor-pointer font-semibold text-ink-soft">
            {t('retiredTitle', { count: retired.length })}
          </summary>
          <div className="mt-3">
            <List doctors={retired} onOpen={onOpen} />
          </div>
        </details>
      )}
    </>
  );
}

function ImportButton({ size = 'medium' }: { readonly size?: 'medium' | 'large' }) {
  const { t } = useTranslation('files');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onPress={() => setOpen(true)} data-testid="doctors-import">
        {t('doctors.import')}
      </Button>
      {isOpen && <DoctorFileDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportButton() {
  const { t } = useTranslation('files');
  const { busy, save } = useDoctorFile();
  return (
    <Button busy={busy} onPress={() => save(false)} data-testid="doctors-export">
      {t('doctors.export')}
    </Button>
  );
}

function List({ doctors, onOpen }: Pick<Props, 'doctors' | 'onOpen'>) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface shadow-card">
      {doctors.map((doctor) => (
        <Line key={doctor.id} doctor={doctor} onOpen={(part) => onOpen(doctor.id, part)} />
      ))}
    </ul>
  );
}

function Line({
  doctor,
  onOpen,
}: {
  readonly doctor: DoctorSchedule;
  readonly onOpen: (part: DoctorPart) => void;
}) {
  const { t } = useTranslation(['doctors', 'common']);
  const today = useStatus()?.serviceDay;
  const mayChange = useMay()('doctors.save');
  const holds = doctor.schedule.filter(
    ({ validFrom, validTo }) =>
      today === undefined || ((validFrom ?? today) <= today && (validTo ?? today) >= today),
  );
  return (
    <li className="flex items-center gap-3 px-4 py-2.5" data-testid={`doctor-${doctor.prefix}`}>
      <AriaButton
        onPress={() => onOpen('week')}
        data-testid={`doctor-${doctor.prefix}-open`}
        className="group flex min-w-0 grow cursor-pointer items-center gap-4 rounded-control text-start"
      >
        <DoctorPhoto doctor={doctor} isMuted={!doctor.active} />
        <span className="min-w-0 grow basis-48">
          <bdi className="block truncate text-lead font-bold group-data-hovered:text-accent">
            {doctor.name}
          </bdi>
          <bdi className="block truncate text-small text-ink-soft">{doctor.specialization}</bdi>
          {doctor.followUp !== null && (
            <span className="figures block truncate text-caption text-ink-soft">
              {t(`followUpRule.${doctor.followUp.terms}`, {
                days: t('days', { count: doctor.followUp.days }),
                visits: t('visits', { count: doctor.followUp.visits }),
              })}
            </span>
          )}
        </span>
        <span className="flex w-36 shrink-0 items-center gap-1.5 text-small text-ink-soft">
          {doctor.room !== '' && (
            <>
              <Icon name="door" />
              <bdi className="truncate">{t('common:room', { room: doctor.room })}</bdi>
            </>
          )}
        </span>
        <span className="figures w-36 shrink-0 text-small text-ink-soft">
          {t('hours', { count: hoursOf(holds) })}
        </span>
        <Plate prefix={doctor.prefix} />
      </AriaButton>
      {!mayChange ? null : doctor.active ? (
        <Button size="small" onPress={() => onOpen('details')} data-testid={`doctor-${doctor.prefix}-edit`}>
          {t('edit')}
        </Button>
      ) : (
        <RetireButton doctor={doctor} />
      )}
    </li>
  );
}
