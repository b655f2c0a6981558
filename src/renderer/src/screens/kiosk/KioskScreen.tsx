import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStayAwake } from '../../api/useStayAwake';
import { useLost } from '../../data/link';
import { useStatus } from '../../data/status';
import { useSummaries } from '../../data/summaries';
import { useStaffTitle } from '../../i18n/staffTitle';
import { LeaveDialog } from '../../parts/leave/LeaveDialog';
import { useLeaveGesture } from '../../parts/leave/useLeaveGesture';
import { Splash } from '../../ui/Splash';
import { DoneStep } from './DoneStep';
import { IdleWarning } from './IdleWarning';
import { KioskFrame } from './KioskFrame';
import { LeavePad } from './LeavePad';
import { calibrate } from './millimetres';
import { Steps } from './Steps';
import { useIdle } from './useIdle';
import { useLanguageNames } from './useLanguageNames';
import { useVisit } from './useVisit';
import { goBack } from './visit';

calibrate();

/** Touch screen for patients: a token in a few taps, and nothing of one patient left for the next. */
export default function KioskScreen() {
  // Everything below is rendered anew in the language that is chosen.
  useTranslation('kiosk');
  useStaffTitle('kiosk');
  useStayAwake();
  const readable = useLanguageNames();
  const status = useStatus();
  const lost = useLost();
  const doctors = useSummaries();
  const current = useVisit();
  const { visit, setVisit, startOver, busy } = current;
  const { step } = visit;
  const midway = step !== 'language' && step !== 'done';
  const leaving = useLeaveGesture();
  const secondsLeft = useIdle(midway && !busy && !leaving.asked, startOver);

  const back = !midway || busy ? null : step === 'need' ? startOver : () => setVisit(goBack);
  useEscape(leaving.asked ? null : back);

  if (status === null || doctors === null || !readable) return <Splash lost={lost} />;
  return (
    <KioskFrame status={status} lost={lost} step={step} onBack={back} hold={leaving.hold}>
      {step === 'done' && visit.ticket !== null ? (
        <DoneStep ticket={visit.ticket} booked={visit.doctorId === null} onDone={startOver} />
      ) : (
        // A new visit gets new inputs: none remembers what the last patient typed.
        <Steps key={visit.id} current={current} doctors={doctors} />
      )}
      {secondsLeft !== null && <IdleWarning seconds={secondsLeft} onLeave={startOver} />}
      {leaving.asked && (
        <LeaveDialog
          screen="kiosk"
          onBack={leaving.stay}
          pad={(field) => <LeavePad key={field.kind} {...field} />}
        />
      )}
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
