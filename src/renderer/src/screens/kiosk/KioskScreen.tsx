import { useEffect } from 'react';
import type { DoctorSummary } from '../../../../shared/model/view';
import { useApp } from '../../stores/app';
import { useSummaries } from '../../stores/summaries';
import { Splash } from '../../ui/Splash';
import { CheckStep } from './CheckStep';
import { DetailsStep } from './DetailsStep';
import { DoctorStep } from './DoctorStep';
import { DoneStep } from './DoneStep';
import { IdleWarning } from './IdleWarning';
import { KioskFrame } from './KioskFrame';
import { useIdle } from './useIdle';
import { useVisit } from './useVisit';
import { chooseDoctor, goBack } from './visit';

/** Touch screen for patients: a token in a few taps, and nothing of one patient left for the next. */
export default function KioskScreen() {
  const status = useApp((state) => state.status);
  const lost = useApp((state) => state.connection === 'lost');
  const doctors = useSummaries((state) => state.doctors);
  const { visit, setVisit, startOver, send, busy } = useVisit();
  const { step } = visit;
  const midway = step === 'details' || step === 'check';
  const secondsLeft = useIdle(midway && !busy, startOver);

  const back = midway && !busy ? () => setVisit(goBack) : null;
  useEscape(back);

  if (status === null || doctors === null) return <Splash lost={lost} />;
  const chosen = doctors.find((one) => one.doctor.id === visit.doctorId);

  return (
    <KioskFrame status={status} lost={lost} step={step} onBack={back}>
      {step === 'done' && visit.ticket !== null ? (
        <DoneStep ticket={visit.ticket} onDone={startOver} />
      ) : step === 'doctor' || chosen === undefined ? (
        <DoctorStep
          doctors={doctors}
          onChoose={(summary: DoctorSummary) => setVisit((now) => chooseDoctor(now, summary.doctor.id))}
        />
      ) : step === 'details' ? (
        <DetailsStep visit={visit} setVisit={setVisit} />
      ) : (
        <CheckStep
          visit={visit}
          summary={chosen}
          busy={busy}
          onConfirm={() => void send()}
          onStartOver={startOver}
        />
      )}
      {secondsLeft !== null && <IdleWarning seconds={secondsLeft} onLeave={startOver} />}
    </KioskFrame>
  );
}

function useEscape(action: (() => void) | null): void {
  useEffect(() => {
    if (action === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [action]);
}
