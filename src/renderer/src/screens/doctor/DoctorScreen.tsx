import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../shared/model/ids';
import type { AppStatus } from '../../../../shared/model/view';
import { useApp } from '../../stores/app';
import { useBook } from '../../stores/books';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { ChooseDoctor } from './ChooseDoctor';
import { Queue } from './Queue';

/** One doctor's queue, in a window that stays with that doctor. */
export default function DoctorScreen() {
  const status = useApp((state) => state.status);
  const lost = useApp((state) => state.connection === 'lost');
  const [chosen, setChosen] = useState<DoctorId | null>(null);

  if (status === null) return <Splash lost={lost} />;
  const doctorId = status.window.doctorId ?? chosen;
  if (doctorId === null) return <ChooseDoctor onChoose={setChosen} />;
  return <Day key={doctorId} doctorId={doctorId} status={status} lost={lost} />;
}

interface DayProps {
  readonly doctorId: DoctorId;
  readonly status: AppStatus;
  readonly lost: boolean;
}

function Day({ doctorId, status, lost }: DayProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { view, error } = useBook(doctorId);
  if (view !== undefined) return <Queue view={view} status={status} lost={lost || error !== undefined} />;
  if (error === undefined) return <Splash lost={lost} />;
  return (
    <div className="flex h-full">
      <EmptyState icon="warn" title={t('gone')} text={error.message} />
    </div>
  );
}
