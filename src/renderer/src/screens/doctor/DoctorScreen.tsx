import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { DoctorId } from '../../../../shared/model/ids';
import { useStayAwake } from '../../api/useStayAwake';
import { useBook } from '../../data/books';
import { useLost } from '../../data/link';
import { askAgain } from '../../data/query';
import { useStatus } from '../../data/status';
import { useReasonsAtHand } from '../../parts/reasons/useWhy';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { ChooseDoctor } from './ChooseDoctor';
import { chooseDoctor, chosenDoctor } from './chosen';
import { Queue } from './Queue';

/** One doctor's queue, in a window that stays with that doctor. */
export default function DoctorScreen() {
  const status = useStatus();
  const lost = useLost();
  const [chosen, setChosen] = useState<DoctorId | null>(chosenDoctor);
  useStayAwake();

  if (status === null) return <Splash lost={lost} />;
  const doctorId = status.window.doctorId ?? chosen;
  if (doctorId === null) {
    return (
      <ChooseDoctor
        onChoose={(one) => {
          chooseDoctor(one);
          setChosen(one);
        }}
      />
    );
  }
  const onChange = status.window.doctorId === null ? () => setChosen(null) : null;
  return <Day key={doctorId} doctorId={doctorId} status={status} lost={lost} onChange={onChange} />;
}

interface DayProps {
  readonly doctorId: DoctorId;
  readonly status: AppStatus;
  readonly lost: boolean;
  /** Lets another doctor be chosen; null: this window was opened for this one. */
  readonly onChange: (() => void) | null;
}

/** The order moves with the clock alone: whom the window shows as next must be so within seconds. */
const REFRESH_MS = 5_000;

function Day({ doctorId, status, lost, onChange }: DayProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { value, error } = useBook(doctorId);
  useReasonsAtHand();
  // Drawn in pieces that let a frame between them: no key waits for it.
  const view = useDeferredValue(value);
  useTitle(view === undefined ? t('windowTitle') : t('windowTitleOf', { doctor: view.doctor.name }));
  useEffect(() => {
    const timer = setInterval(() => askAgain('books.view'), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  if (view !== undefined) {
    return <Queue view={view} status={status} lost={lost || error !== undefined} onChange={onChange} />;
  }
  if (error === undefined) return <Splash lost={lost} />;
  return (
    <div className="flex h-full">
      <EmptyState icon="warn" title={t('gone')} text={error.message}>
        {onChange !== null && <Button onPress={onChange}>{t('another')}</Button>}
      </EmptyState>
    </div>
  );
}
