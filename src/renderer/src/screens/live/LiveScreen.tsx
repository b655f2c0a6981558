import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveView } from '../../../../shared/model/live';
import { useLost } from '../../data/link';
import { useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { useMinute } from '../../data/useNow';
import { dayText, timeText } from '../../i18n/format';
import { isQuiet, setQuiet, soundAlarm } from '../../parts/live/sound';
import { useAlarms } from '../../parts/live/useAlarms';
import { OwnChips } from '../../parts/OwnChips';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { AlarmLog } from './AlarmLog';
import { DoctorPanel } from './DoctorPanel';
import { Things } from './Things';

/** The morning as it goes, for whoever runs it: on the PC, and on a phone that only looks. */
export default function LiveScreen() {
  const { t } = useTranslation('live');
  const status = useStatus();
  const lost = useLost();
  const { value } = useCall('live.view', {});
  useTitle(t('title'));
  if (status === null || value === undefined) return <Splash lost={lost} />;
  return <Live view={value} onlyLooks={status.onlyLooks} />;
}

function Live({ view, onlyLooks }: { readonly view: LiveView; readonly onlyLooks: boolean }) {
  const { t } = useTranslation('live');
  const minute = useMinute();
  const [isUnheard, setUnheard] = useState(false);
  const alarms = useAlarms(onlyLooks, () => setUnheard(true));
  const now = Math.max(view.now, minute);
  const staying = (alarms ?? []).filter(({ endedAt }) => endedAt === null);
  const over = (alarms ?? []).filter(({ endedAt }) => endedAt !== null);
  const { clinicName, timeZone, serviceDay, doctors } = view;
  const log = { timeZone, onlyLooks };
  return (
    <main data-testid="live" className="scroll-quiet h-full overflow-y-auto">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 p-3 min-[700px]:p-6">
        <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 grow">
            <p dir="auto" className="truncate text-small text-ink-soft">
              {clinicName}
            </p>
            <h1 className="text-title font-bold">{t('title')}</h1>
            <p className="figures text-small text-ink-soft">
              {dayText(serviceDay)} · {t('at', { time: timeText(view.now, timeZone) })}
            </p>
            {!onlyLooks && <OwnChips />}
          </div>
          <Sound isUnheard={isUnheard} onTried={(heard) => setUnheard(!heard)} />
        </header>
        {staying.length > 0 && (
          <AlarmLog alarms={staying} title={t('log.now')} testId="live-alarms" {...log} />
        )}
        <section aria-label={t('doctors')} className="shrink-0">
          {doctors.length === 0 && <EmptyState icon="stethoscope" title={t('nobodyToday')} />}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,21rem),1fr))] gap-3">
            {doctors.map((doctor) => (
              <DoctorPanel key={doctor.doctor.id} {...{ doctor, timeZone, now }} />
            ))}
          </ul>
        </section>
        <Things view={view} />
        <AlarmLog alarms={over} title={t('log.title')} testId="live-log" {...log} />
        {onlyLooks && <p className="text-small text-ink-soft">{t('readOnly')}</p>}
      </div>
    </main>
  );
}

interface SoundProps {
  readonly isUnheard: boolean;
  readonly onTried: (heard: boolean) => void;
}

/** On or off in this window. The press is also what lets a browser's page sound. */
function Sound({ isUnheard, onTried }: SoundProps) {
  const { t } = useTranslation('live');
  const [quiet, choose] = useState(isQuiet);
  function change(): void {
    // A page that could not be heard is to be heard now.
    const next = isUnheard ? false : !quiet;
    setQuiet(next);
    choose(next);
    if (!next) void soundAlarm().then(onTried);
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isUnheard && !quiet && (
        <p role="status" className="text-small text-warn">
          {t('sound.blocked')}
        </p>
      )}
      <Button icon="speaker" size="small" onPress={change} data-testid="live-sound">
        {t(quiet ? 'sound.off' : 'sound.on')}
      </Button>
    </div>
  );
}
