import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import type { DoctorId } from '../../../../shared/model/ids';
import type { ServiceDay } from '../../../../shared/model/time';
import { useBooks } from '../../data/books';
import { useLost } from '../../data/link';
import { useStatus } from '../../data/status';
import { useDoctorIds, useKnownDoctorIds, useSummaries } from '../../data/summaries';
import { useMay } from '../../data/who';
import { useAlarms } from '../../parts/live/useAlarms';
import { useReasonsAtHand } from '../../parts/reasons/useWhy';
import { forgetAside } from '../../stores/deskAside';
import { changeDraft, useDraft } from '../../stores/deskDraft';
import { onDesk, useDeskShown } from '../../stores/deskShown';
import { useDeskView } from '../../stores/deskView';
import { rememberFees } from '../../stores/fees';
import { cx } from '../../ui/cx';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { Columns } from './columns/Columns';
import { DeskHeader } from './DeskHeader';
import { DeskOverlay } from './DeskOverlay';
import { type Candidate, candidateOn, candidateToday } from './issue/doctorChoice';
import { IssuePanel } from './issue/IssuePanel';
import { LookBars } from './LookBars';
import { focusPhone, useDeskKeys } from './useDeskKeys';
import { useDeskScans } from './useDeskScans';

const noDoctors: readonly DoctorSummary[] = [];
const nobody: readonly DoctorId[] = [];

/** The receptionist's home: issue, find, change, tell, without a mouse. */
export default function DeskScreen() {
  const status = useStatus();
  const lost = useLost();
  const doctorIds = useKnownDoctorIds();
  const { t } = useTranslation('home');
  useTitle(t('desk'));
  // Drawn in pieces that let a frame between them.
  const isReady = useDeferredValue(status !== null && doctorIds !== null, false);
  if (status === null || !isReady) return <Splash lost={lost} />;
  return <Desk status={status} lost={lost} />;
}

function Desk({ status, lost }: { readonly status: AppStatus; readonly lost: boolean }) {
  const { t } = useTranslation(['desk', 'common']);
  const today = status.serviceDay;
  const day = useDraft((draft) => draft.day) ?? today;
  const doctorIds = useDoctorIds();
  const chosenIds = useDeskShown(({ chosen }) => chosen);
  const shownIds = useMemo(() => onDesk(doctorIds, chosenIds), [doctorIds, chosenIds]);
  const shownDay = useDeskView(({ pastDay }) => pastDay) ?? day;
  const mayIssue = useMay()('tokens.issue');
  rememberFees(status.fees !== null);
  useDeskKeys();
  useDeskScans();
  useReasonsAtHand();
  useAlarms();
  useEffect(() => {
    // A day that was to come is today, or over: nothing of it stays in the form.
    if (day < today) changeDraft({ day: null });
  }, [day, today]);
  const lastToday = useRef(today);
  useEffect(() => {
    if (lastToday.current !== today) {
      // At the turn of the day the form stays as typed; only a slot of the day that is over cannot. Nobody comes back to be fetched.
      changeDraft({ slotId: null });
      forgetAside();
    }
    lastToday.current = today;
  }, [today]);
  // Ready to type at once.
  useEffect(focusPhone, []);

  return (
    <div className="flex h-full flex-col gap-2.5 p-2.5 max-[900px]:h-auto max-[900px]:min-h-full">
      <DeskHeader status={status} lost={lost} />
      <LookBars today={today} isDoubted={status.clock.question !== null} />
      {doctorIds.length === 0 ? (
        <EmptyState icon="stethoscope" title={t('board.noDoctors')} text={t('board.noDoctorsText')} />
      ) : (
        <main
          className={cx(
            'grid min-h-0 grow grid-rows-[minmax(0,1fr)] gap-2.5 max-[900px]:flex max-[900px]:flex-col',
            mayIssue ? 'grid-cols-[21.5rem_minmax(0,1fr)]' : 'grid-cols-[minmax(0,1fr)]',
          )}
        >
          {mayIssue && <Issue day={day} today={today} doctorIds={doctorIds} />}
          <Columns doctorIds={shownIds} of={doctorIds.length} day={shownDay} today={today} />
        </main>
      )}
      <DeskOverlay status={status} />
    </div>
  );
}

interface IssueProps {
  readonly day: ServiceDay;
  readonly today: ServiceDay;
  readonly doctorIds: readonly DoctorId[];
}

/** What every change of a doctor's day concerns: the desk around it is not rendered with it. */
const Issue = memo(function Issue({ day, today, doctorIds }: IssueProps) {
  return <IssuePanel candidates={useCandidates(day, today, doctorIds)} today={today} />;
});

/** The doctors to choose from on this day: today as main sums them up, another day by their books. */
function useCandidates(
  day: ServiceDay,
  today: ServiceDay,
  doctorIds: readonly DoctorId[],
): readonly Candidate[] {
  const summaries = useSummaries() ?? noDoctors;
  const isToday = day === today;
  const books = useBooks(isToday ? nobody : doctorIds, day);
  return useMemo(() => {
    const working = summaries.filter(({ doctor }) => doctor.active);
    if (isToday) return working.map(candidateToday);
    return books.flatMap(({ value }) => (value?.doctor.active ? [candidateOn(value)] : []));
  }, [isToday, summaries, books]);
}
