import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../../shared/model/doctor-schedule';
import { useMay } from '../../../data/who';
import { DoctorForm } from '../../../parts/doctors/DoctorForm';
import { DoctorPhoto } from '../../../parts/doctors/DoctorPhoto';
import { Plate } from '../../../ui/Avatar';
import { AdvicePart } from './advice/AdvicePart';
import { RetireButton } from './RetireButton';
import { WeekView } from './WeekView';

const parts = ['week', 'details', 'advice'] as const;
export type DoctorPart = (typeof parts)[number];

interface Props {
  readonly doctor: DoctorSchedule;
  readonly doctors: readonly DoctorSchedule[];
  readonly dayStartsAtMinute: number;
  readonly part: DoctorPart;
  readonly onPart: (part: DoctorPart) => void;
  readonly onDone: () => void;
}

/** One doctor: the weeks as they come, or what is the same in all of them. */
export function DoctorPage({ doctor, doctors, dayStartsAtMinute, part, onPart, onDone }: Props) {
  const { t } = useTranslation(['doctors', 'common']);
  const mayChange = useMay()('doctors.save');
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <DoctorPhoto doctor={doctor} isMuted={!doctor.active} className="size-14 text-lead" />
        <Plate prefix={doctor.prefix} />
        <div className="min-w-0 grow basis-60">
          <h2 dir="auto" className="truncate text-title font-bold">
            {doctor.name}
          </h2>
          <p className="truncate text-ink-soft">
            <bdi>{doctor.specialization}</bdi>
            {doctor.room !== '' && ` · ${t('common:room', { room: doctor.room })}`}
          </p>
        </div>
        {mayChange && (
          <>
            <ToggleButtonGroup
              aria-label={t('view', { name: doctor.name })}
              disallowEmptySelection
              selectedKeys={[part]}
              onSelectionChange={(keys) => {
                const chosen = parts.find((one) => keys.has(one));
                if (chosen !== undefined) onPart(chosen);
              }}
              className="flex rounded-control border border-line-strong p-0.5"
            >
              {parts.map((one) => (
                <ToggleButton
                  key={one}
                  id={one}
                  data-testid={`doctor-part-${one}`}
                  className="min-h-9 cursor-pointer rounded-small px-3 font-semibold data-hovered:bg-sunken data-selected:bg-accent data-selected:text-on-accent"
                >
                  {t(`${one}Tab`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <RetireButton doctor={doctor} />
          </>
        )}
      </header>
      {part === 'week' || !mayChange ? (
        <WeekView doctor={doctor} dayStartsAtMinute={dayStartsAtMinute} />
      ) : part === 'advice' ? (
        <AdvicePart key={doctor.id} doctor={doctor} />
      ) : (
        <DoctorForm
          key={doctor.id}
          doctor={doctor}
          doctors={doctors}
          dayStartsAtMinute={dayStartsAtMinute}
          onSaved={onDone}
          onCancel={onDone}
        />
      )}
    </>
  );
}
