import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../shared/model/ids';
import { useCall } from '../../data/query';
import { DoctorForm } from '../../parts/doctors/DoctorForm';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import { DoctorList } from './doctors/DoctorList';
import { DoctorPage, type DoctorPart } from './doctors/DoctorPage';
import type { SectionProps } from './section';

type Place =
  | { readonly at: 'list' }
  | { readonly at: 'new' }
  | { readonly at: 'doctor'; readonly doctorId: DoctorId; readonly part: DoctorPart };

/** Who works here, and when. */
export function DoctorsSection({ settings: { clinic } }: SectionProps) {
  const { t } = useTranslation('doctors');
  const [place, setPlace] = useState<Place>({ at: 'list' });
  const doctors = useCall('doctors.list', {}).value;
  const { dayStartsAtMinute } = clinic;
  const toList = (): void => setPlace({ at: 'list' });
  if (doctors === undefined) return <Spinner />;
  const doctor = place.at === 'doctor' ? doctors.find(({ id }) => id === place.doctorId) : undefined;
  if (place.at === 'new' || doctor !== undefined) {
    return (
      <>
        <Button
          tone="plain"
          size="small"
          icon="back"
          className="self-start"
          onPress={toList}
          data-testid="doctors-back"
        >
          {t('back')}
        </Button>
        {doctor === undefined || place.at !== 'doctor' ? (
          <DoctorForm
            doctor={null}
            doctors={doctors}
            dayStartsAtMinute={dayStartsAtMinute}
            onSaved={toList}
            onCancel={toList}
          />
        ) : (
          <DoctorPage
            doctor={doctor}
            doctors={doctors}
            dayStartsAtMinute={dayStartsAtMinute}
            part={place.part}
            onPart={(part) => setPlace({ ...place, part })}
            onDone={toList}
          />
        )}
      </>
    );
  }
  return (
    <DoctorList
      doctors={doctors}
      onAdd={() => setPlace({ at: 'new' })}
      onOpen={(doctorId, part) => setPlace({ at: 'doctor', doctorId, part })}
    />
  );
}
