import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { currentLanguage, i18n, setLanguage } from '../../i18n';
import { useScans } from '../../keys/keys';
import { sayCode } from '../../parts/sayCode';
import { sayInfo } from '../../ui/toasts';
import { BookingStep } from './BookingStep';
import { CheckStep } from './CheckStep';
import { ClaimStep } from './ClaimStep';
import { DetailsStep } from './DetailsStep';
import { DoctorStep } from './DoctorStep';
import { FullStep } from './FullStep';
import { LanguageStep } from './LanguageStep';
import { NeedStep } from './NeedStep';
import type { useVisit } from './useVisit';
import { answerClaim, chooseDoctor, fillFromCard, goTo, haveBooking, needToken } from './visit';

interface Props {
  readonly current: ReturnType<typeof useVisit>;
  readonly doctors: readonly DoctorSummary[];
}

/** The question of the visit's step, up to the number. */
export function Steps({ current, doctors }: Props) {
  const { visit, setVisit, startOver, issue, checkIn, busy } = current;
  // Where a booking is asked for, that step reads them itself.
  useScans(({ code }) => {
    if (document.querySelector('[role=alertdialog]') !== null || busy || sayCode(code)) return;
    if (code.kind === 'token') setVisit((now) => haveBooking(now, code.tokenId));
    else if (code.kind === 'card') {
      setVisit((now) => fillFromCard(now, code.card));
      sayInfo(i18n.t('common:scan.card'));
    } else if (code.kind === 'patient') sayInfo(i18n.t('common:scan.atDesk'));
  });
  const chosen = doctors.find((one) => one.doctor.id === visit.doctorId);

  switch (visit.step) {
    case 'language':
      return (
        <LanguageStep
          doctors={doctors}
          onChoose={(language, step) => {
            setLanguage(language);
            setVisit((now) => goTo(now, step));
          }}
        />
      );
    case 'need':
      return (
        <NeedStep
          onToken={(kind) => setVisit((now) => needToken(now, kind))}
          onBooking={() => setVisit((now) => haveBooking(now))}
        />
      );
    case 'booking':
      return (
        <BookingStep
          doctors={doctors}
          scanned={visit.scanned}
          refusal={visit.refusal}
          busy={busy}
          onCheckIn={checkIn}
        />
      );
    default:
  }
  if (visit.step === 'doctor' || chosen === undefined) {
    return (
      <DoctorStep doctors={doctors} onChoose={(summary) => setVisit((now) => chooseDoctor(now, summary))} />
    );
  }
  if (visit.step === 'full') {
    return (
      <FullStep
        summary={chosen}
        onJoin={() => setVisit((now) => goTo(now, 'details'))}
        onLeave={() => setVisit((now) => goTo(now, 'doctor'))}
      />
    );
  }
  if (visit.step === 'details') {
    return <DetailsStep visit={visit} setVisit={setVisit} language={currentLanguage()} />;
  }
  if (visit.step === 'claim')
    return <ClaimStep onAnswer={(claim) => setVisit((now) => answerClaim(now, claim))} />;
  return (
    <CheckStep
      visit={visit}
      summary={chosen}
      busy={busy}
      onKind={(kind) => setVisit((now) => ({ ...now, kind }))}
      onConfirm={() => void issue()}
      onStartOver={startOver}
    />
  );
}
