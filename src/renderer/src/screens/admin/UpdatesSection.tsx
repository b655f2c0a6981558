import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/query';
import { Alert } from '../../ui/Alert';
import { SettingGroup } from '../../ui/Setting';
import { Spinner } from '../../ui/Spinner';
import { StepBack } from './updates/StepBack';
import { UpdateSource } from './updates/UpdateSource';
import { UpdateState } from './updates/UpdateState';

/** Which version runs, where newer ones come from, the one that is there, and the way back. */
export function UpdatesSection() {
  const { t } = useTranslation('updates');
  const status = useCall('updates.status', {}).value;
  if (status === undefined) return <Spinner />;
  if (status === null) return <Alert tone="info" title={t('notHere')} testId="updates-not-here" />;
  const { installed, cameFrom, hasKey, choice } = status;
  return (
    <>
      <SettingGroup title={t('title')}>
        <div className="flex flex-col gap-1">
          <p className="font-semibold" data-testid="updates-installed">
            {t('installed', { version: installed })}
          </p>
          {cameFrom !== null && (
            <p className="text-small text-ink-soft">{t('cameFrom', { version: cameFrom })}</p>
          )}
        </div>
        {!hasKey && <Alert tone="info" title={t('noKey')} text={t('noKeyText')} testId="updates-no-key" />}
      </SettingGroup>
      {hasKey && <UpdateSource choice={choice} />}
      {hasKey && (choice.source !== 'off' || status.ready !== null) && <UpdateState status={status} />}
      {cameFrom !== null && <StepBack status={status} />}
    </>
  );
}
