import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import type { DoctorId } from '../../../../shared/model/ids';
import type { ServiceDay } from '../../../../shared/model/time';
import { useApp } from '../../stores/app';
import { dayBookOf, useDayBooks, useWatchedBooks } from '../../stores/deskBooks';
import { changeDraft, useDraft } from '../../stores/deskDraft';
import { useDeskSync } from '../../stores/deskSync';
import { useDeskView } from '../../stores/deskView';
import { useSummaries } from '../../stores/summaries';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { Boards } from './boards/Boards';
import { DeskHeader } from './DeskHeader';
import { DeskOverlay } from './DeskOverlay';
import { type Candidate, candidateOn, candidateToday } from './issue/doctorChoice';
import { IssuePanel } from './issue/IssuePanel';
import { OpenAgainBar } from './OpenAgainBar';
import { OverdueBar } from './OverdueBar';
import { focusPhone, useDeskKeys } from './useDeskKeys';

const noDoctors: readonly DoctorSummary[] = [];

/** The receptionist's home: issue, find, change, tell, without a mouse. */
export default function DeskScreen() {
  const status = useApp((state) => state.status);
  const lost = useApp((state) => state.connection === 'lost');
  const doctors = useSummaries((state) => state.doctors);
  const { t } = useTranslation('home');
  useTitle(t('desk'));
  useDeskSync();
  if (status === null || doctors === null) return <Splash lost={lost} />;
  return <Desk status={status} lost={lost} />;
}

function Desk({ status, lost }: { readonly status: AppStatus; readonly lost: boolean }) {
  const { t } = useTranslation(['desk', 'common']);
  const today = status.serviceDay;
  const day = useDraft((draft) => draft.day) ?? today;
  const doctorIds = useSummaries(
    useShallow((state): DoctorId[] => (state.doctors ?? noDoctors).map(({ doctor }) => doctor.id)),
  );
  const candidates = useCandidates(day, today, doctorIds);
  const shownDay = useDeskView(({ pastDay }) => pastDay) ?? day;
  useWatchedBooks(doctorIds, day);
  useWatchedBooks(doctorIds, shownDay === day ? null : shownDay);
  useDeskKeys();
  useEffect(() => {
    // A day that was to come is today, or over: nothing of it stays in the form.
    if (day < today) changeDraft({ day: null });
  }, [day, today]);
  const lastToday = useRef(today);
  useEffect(() => {
    // At the turn of the day the form stays as typed; only a slot of the day that is over cannot.
    if (lastToday.current !== today) changeDraft({ slotId: null });
    lastToday.current = today;
  }, [today]);
  // Ready to type at once.
  useEffect(focusPhone, []);

  return (
    <div className="flex h-full flex-col gap-2.5 p-2.5 max-[900px]:h-auto max-[900px]:min-h-full">
      <DeskHeader status={status} lost={lost} />
      <OverdueBar today={today} />
      <OpenAgainBar today={today} />
      {doctorIds.length === 0 ? (
        <EmptyState icon="stethoscope" title={t('board.noDoctors')} text={t('board.noDoctorsText')} />
      ) : (
        <main className="grid min-h-0 grow grid-cols-[21.5rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] gap-2.5 max-[900px]:flex max-[900px]:flex-col">
          <IssuePanel candidates={candidates} today={today} />
          <Boards doctorIds={doctorIds} day={shownDay} today={today} />
        </main>
      )}
      <DeskOverlay status={status} />
    </div>
  );
}

/** The doctors to choose from on this day: today as main sums them up, another day by their books. */
function useCandidates(
  day: ServiceDay,
  today: ServiceDay,
  doctorIds: readonly DoctorId[],
): readonly Candidate[] {
  const summaries = useSummaries((state) => state.doctors) ?? noDoctors;
  const books = useDayBooks((state) => state.byKey);
  return useMemo(() => {
    const working = summaries.filter(({ doctor }) => doctor.active);
    if (day === today) return working.map(candidateToday);
    return doctorIds.flatMap((id) => {
      const { view } = dayBookOf(books, id, day);
      return view?.doctor.active ? [candidateOn(view)] : [];
    });
  }, [day, today, summaries, books, doctorIds]);
}
