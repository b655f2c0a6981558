import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { currentLanguage, setLanguage } from '../../i18n';
import { BookingStep } from './BookingStep';
import { CheckStep } from './CheckStep';
import { DetailsStep } from './DetailsStep';
import { DoctorStep } from './DoctorStep';
import { FullStep } from './FullStep';
import { LanguageStep } from './LanguageStep';
import { NeedStep } from './NeedStep';
import type { useVisit } from './useVisit';
import { chooseDoctor, goTo, haveBooking, needToken } from './visit';

interface Props {
  readonly current: ReturnType<typeof useVisit>;
  readonly doctors: readonly DoctorSummary[];
}

/** The question of the visit's step, up to the number. */
export function Steps({ current, doctors }: Props) {
  const { visit, setVisit, startOver, issue, checkIn, busy } = current;
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
          onBooking={() => setVisit(haveBooking)}
        />
      );
    case 'booking':
      return <BookingStep doctors={doctors} refusal={visit.refusal} busy={busy} onCheckIn={checkIn} />;
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
