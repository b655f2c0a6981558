import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduledChange, SettingsVersion } from '../../../../../shared/model/settings-version';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dateTimeText, dayText } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { SettingGroup } from '../../../ui/Setting';
import { GoBackDialog } from './GoBackDialog';
import { MadeBy } from './MadeBy';
import { changeText } from './words';

/** What will change and what was changed, by whom and when; each can be gone back to. */
export function Versions({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const listed = useCall('rules.versions', {}).value;
  const [chosen, setChosen] = useState<SettingsVersion | null>(null);
  if (listed === undefined) return null;
  const past = listed.versions.filter(({ state }) => state !== 'scheduled');
  const latest = past.find(({ state }) => state === 'made');
  return (
    <>
      {listed.scheduled.length > 0 && (
        <SettingGroup title={t('scheduled.title')} text={t('scheduled.text')}>
          <ul className="flex flex-col divide-y divide-line">
            {listed.scheduled.map((one) => (
              <Scheduled key={one.id} change={one} timeZone={timeZone} />
            ))}
          </ul>
        </SettingGroup>
      )}
      <SettingGroup title={t('versions.title')} text={t('versions.text')}>
        {past.length === 0 ? (
          <p className="text-ink-soft">{t('versions.none')}</p>
        ) : (
          <ol
            className="scroll-quiet flex max-h-[28rem] flex-col divide-y divide-line"
            data-testid="rules-versions"
          >
            {past.map((version) => (
              <Version
                key={version.id}
                version={version}
                timeZone={timeZone}
                isLatest={version === latest}
                onGoBack={() => setChosen(version)}
              />
            ))}
          </ol>
        )}
      </SettingGroup>
      {chosen !== null && (
        <GoBackDialog version={chosen} timeZone={timeZone} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function Scheduled({ change, timeZone }: { readonly change: ScheduledChange; readonly timeZone: string }) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const { busy, run } = useCommand();
  const { id, holdsFrom, changes, overruled, madeAt, by } = change;
  return (
    <li
      data-testid="rules-scheduled"
      className="flex flex-wrap items-start gap-3 py-2.5 first:pt-0 last:pb-0"
    >
      <Icon name="calendar" className="mt-0.5" />
      <div className="min-w-0 grow">
        <p className="font-semibold">{t('scheduled.from', { day: dayText(holdsFrom ?? '') })}</p>
        <ul className="figures text-small">
          {changes.map((one) => (
            <li key={one.name} className={overruled.includes(one.name) ? 'text-ink-soft line-through' : ''}>
              {changeText(t, one)}
              {overruled.includes(one.name) && <span className="sr-only"> {t('scheduled.overruled')}</span>}
            </li>
          ))}
        </ul>
        {overruled.length > 0 && <p className="text-small text-warn">{t('scheduled.overruled')}</p>}
        <p className="text-caption text-ink-soft">
          {dateTimeText(madeAt, timeZone)} · <MadeBy by={by} />
        </p>
      </div>
      <Button
        size="small"
        busy={busy}
        data-testid="rules-call-off"
        onPress={() =>
          void run('rules.callOff', { versionId: id }, { done: () => i18n.t('rules:scheduled.calledOff') })
        }
      >
        {t('scheduled.callOff')}
      </Button>
    </li>
  );
}

interface VersionProps {
  readonly version: SettingsVersion;
  readonly timeZone: string;
  /** It is how things are. */
  readonly isLatest: boolean;
  readonly onGoBack: () => void;
}

function Version({ version, timeZone, isLatest, onGoBack }: VersionProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const { changes, effectiveAt, madeAt, by, state, holdsFrom, backTo, after } = version;
  const isFirst = changes.length === 0 && after !== null && holdsFrom === null;
  return (
    <li data-testid="rules-version" className="flex flex-wrap items-start gap-3 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 grow">
        <p className="font-semibold">
          {isFirst ? t('versions.before') : dateTimeText(effectiveAt ?? madeAt, timeZone)}
          {isLatest && <span className="ms-2 text-small text-success">{t('versions.holds')}</span>}
          {state === 'called_off' && (
            <span className="ms-2 text-small text-ink-soft">{t('versions.calledOff')}</span>
          )}
        </p>
        <ul className="figures text-small">
          {changes.map((one) => (
            <li key={one.name}>{changeText(t, one)}</li>
          ))}
        </ul>
        <p className="text-caption text-ink-soft">
          <MadeBy by={by} />
          {backTo !== null && ` · ${t('versions.wentBack')}`}
          {holdsFrom !== null && ` · ${t('versions.decided', { at: dateTimeText(madeAt, timeZone) })}`}
        </p>
      </div>
      {after !== null && !isLatest && (
        <Button size="small" icon="return" onPress={onGoBack} data-testid="rules-go-back">
          {t('versions.goBack')}
        </Button>
      )}
    </li>
  );
}
