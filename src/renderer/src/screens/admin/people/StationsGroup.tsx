import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../../shared/model/settings';
import { clinicNow } from '../../../data/clock';
import { useCall } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { momentText } from '../../../i18n/format';
import { Initials } from '../../../parts/people/Initials';
import { save } from '../../../parts/settings/save';
import { Button } from '../../../ui/Button';
import { SettingGroup, SettingText } from '../../../ui/Setting';

/** Who is on at which computer or tablet, and when a station locks itself. */
export function StationsGroup({ settings: { lockAfterMinutes } }: { readonly settings: Settings['people'] }) {
  const { t } = useTranslation('people');
  const stations = useCall('stations.list', {}).value ?? [];
  const timeZone = useTimeZone();
  const { runBare } = useCommand();
  return (
    <SettingGroup title={t('stations.title')}>
      {stations.length === 0 ? (
        <p className="text-ink-soft">{t('stations.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line" data-testid="stations">
          {stations.map(({ station, name, person, since, locked }) => (
            <li key={station} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <Initials initials={person.initials} />
              <span className="min-w-40 grow">
                <bdi className="font-semibold">{name ?? t('stations.here')}</bdi>
                <span className="block text-small text-ink-soft">
                  <bdi>{person.name}</bdi> ·{' '}
                  {t('stations.since', { time: momentText(since, timeZone, clinicNow()) })}
                  {locked && ` · ${t('stations.locked')}`}
                </span>
              </span>
              <Button size="small" onPress={() => void runBare('stations.signOut', { station })}>
                {t('stations.signOut')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SettingText
        label={t('stations.lockAfter')}
        text={t('stations.lockAfterText')}
        value={String(lockAfterMinutes)}
        testId="people-lock-after"
        inputMode="numeric"
        className="max-w-96"
        problem={(typed) => (minutesOf(typed) === null ? t('stations.lockAfterProblem') : null)}
        onSave={(typed) => void save({ people: { lockAfterMinutes: minutesOf(typed) ?? lockAfterMinutes } })}
      />
    </SettingGroup>
  );
}

function minutesOf(text: string): number | null {
  const typed = text.trim();
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 240 ? Number(typed) : null;
}
