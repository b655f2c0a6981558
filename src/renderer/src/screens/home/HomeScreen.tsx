import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import type { Screen } from '../../../../shared/model/screen';
import { useLost } from '../../data/link';
import { useStatus } from '../../data/status';
import { useSummaries } from '../../data/summaries';
import { useCommand } from '../../data/useCommand';
import { useMay, useWho } from '../../data/who';
import { PractiseButton } from '../../parts/practice/PractiseButton';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { ChooseDoorPin } from './ChooseDoorPin';
import { DoctorCard } from './DoctorCard';
import { HomeAside } from './HomeAside';
import { MissingList } from './MissingList';
import { PracticeData } from './PracticeData';
import { SetUp } from './setup/SetUp';
import { UpdatedNotice } from './UpdatedNotice';
import { WaitingScreens } from './WaitingScreens';
import { WayCard } from './WayCard';

/** What the reception PC shows first: the day, and the two ways in. */
export default function HomeScreen() {
  const status = useStatus();
  const lost = useLost();
  const { t } = useTranslation('home');
  useTitle(t('title'));
  if (status === null) return <Splash lost={lost} />;
  return (
    <div className="flex h-full min-h-0 flex-col min-[860px]:flex-row">
      <HomeAside status={status} lost={lost} />
      <main className="scroll-quiet flex min-w-0 grow flex-col p-6 min-[1200px]:p-10">
        <Ways status={status} />
      </main>
    </div>
  );
}

function Ways({ status }: { readonly status: AppStatus }) {
  const { t } = useTranslation(['home', 'common']);
  const doctors = useSummaries();
  const may = useMay();
  const mayEnter = status.manages && !status.practice && may('doctors.save');
  const [isLeft, leave] = useState(false);
  // Until it is through: the first doctor is not the end of it, nor is a computer that was turned off.
  if (mayEnter && !isLeft && (status.empty || status.setUp !== null)) {
    return <SetUp from={status.setUp} onDone={() => leave(true)} />;
  }
  if (status.empty && mayEnter) {
    return (
      <EmptyState icon="stethoscope" title={t('emptyTitle')}>
        <MissingList />
      </EmptyState>
    );
  }
  if (status.empty) {
    return (
      <EmptyState
        icon="stethoscope"
        title={t('emptyTitle')}
        text={t(status.canPractise ? 'emptyText' : 'emptyServerText')}
      >
        {status.canPractise && may('practice.enter') && <PractiseButton asks={false} tone="primary" />}
      </EmptyState>
    );
  }
  if (doctors === null) return <Splash />;
  return (
    <>
      {status.hasPracticeData && status.manages && may('practice.settle') && (
        <PracticeData canSetAside={status.canPractise} />
      )}
      {mayEnter && <MissingList />}
      <Doors doctors={doctors} />
      {status.canPractise && !status.practice && may('practice.enter') && (
        <footer className="mx-auto mt-8 flex w-full max-w-5xl flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-5">
          <p className="min-w-0 grow basis-80 text-pretty text-ink-soft">{t('practiseHint')}</p>
          <PractiseButton asks tone="quiet" />
        </footer>
      )}
    </>
  );
}

function Doors({ doctors }: { readonly doctors: readonly DoctorSummary[] }) {
  const { t } = useTranslation(['home', 'common']);
  // On another PC they are changed where the data is.
  const manages = useStatus()?.manages === true;
  const { runBare } = useCommand();

  const may = useMay();
  const ownDoctor = useWho()?.person?.doctorId ?? null;
  const [needsPin, setNeedsPin] = useState<Screen | null>(null);

  async function open(screen: Screen, doctor?: DoctorSummary['doctor']): Promise<void> {
    const wish = doctor === undefined ? { screen } : { screen, doctorId: doctor.id };
    await runBare('windows.open', wish, {
      refused: ({ details }) => {
        if (details?.reason === 'no_pin') setNeedsPin(screen);
        return details?.reason === 'no_pin';
      },
    });
  }
  function openWithPin(): void {
    setNeedsPin(null);
    if (needsPin !== null) void open(needsPin);
  }

  const shown = doctors.filter(({ doctor }) => ownDoctor === null || doctor.id === ownDoctor);
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8">
      <h1 className="sr-only">{t('ways')}</h1>
      {manages && may('updates.choose') && <UpdatedNotice />}
      {may('tokens.issue') && <WaitingScreens onOpen={(screen) => void open(screen)} />}
      <div className="grid gap-4 min-[1100px]:grid-cols-2">
        {may('tokens.find') && (
          <WayCard
            icon="bell"
            colour="bg-accent text-on-accent"
            title={t('desk')}
            text={t('deskText')}
            testId="home-open-desk"
            onOpen={() => void open('desk')}
          />
        )}
        {may('tokens.issue') && (
          <WayCard
            icon="touch"
            colour="bg-signal text-on-signal"
            title={t('kiosk')}
            text={t('kioskText')}
            testId="home-open-kiosk"
            onOpen={() => void open('kiosk')}
          />
        )}
        {may('tokens.issue') && (
          <WayCard
            icon="board"
            colour="bg-ticket text-on-ticket"
            title={t('board')}
            text={t('boardText')}
            testId="home-open-board"
            onOpen={() => void open('board')}
          />
        )}
        {may('reports.read') && (
          <WayCard
            icon="chart"
            colour="bg-follow-up-soft text-follow-up"
            title={t('reports')}
            text={t('reportsText')}
            testId="home-open-reports"
            onOpen={() => void open('reports')}
          />
        )}
        {may('live.view') && (
          <WayCard
            icon="clock"
            colour="bg-accent-soft text-on-accent-soft"
            title={t('live')}
            text={t('liveText')}
            testId="home-open-live"
            onOpen={() => void open('live')}
          />
        )}
        {manages && may('settings.read') && (
          <WayCard
            icon="settings"
            colour="bg-sunken text-ink-soft"
            title={t('settings')}
            text={t('settingsText')}
            testId="home-open-admin"
            onOpen={() => void open('admin')}
          />
        )}
      </div>
      <section aria-label={t('doctors')} className="flex flex-col gap-4">
        <header>
          <h2 className="text-title font-bold">{t('doctors')}</h2>
          <p className="text-ink-soft">{t('doctorsText')}</p>
        </header>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">
          {shown.map((summary) => (
            <li key={summary.doctor.id} className="flex">
              <DoctorCard summary={summary} onOpen={() => void open('doctor', summary.doctor)} />
            </li>
          ))}
        </ul>
      </section>
      {needsPin !== null && <ChooseDoorPin onChosen={openWithPin} onClose={() => setNeedsPin(null)} />}
    </div>
  );
}
