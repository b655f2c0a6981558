import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../../../shared/model/backups';
import { clinicNow } from '../../data/clock';
import { askAgain, useCall } from '../../data/query';
import { useTimeZone } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { momentText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { SettingGroup } from '../../ui/Setting';
import { Spinner } from '../../ui/Spinner';
import { sayMade } from './made';

/** How it stands with the copies in one glance, what somebody must do, and a copy or a trial now. */
export function BackupState() {
  const { t } = useTranslation('backups');
  const status = useCall('backups.status', {}).value;
  const { busy, runBare } = useCommand();
  if (status === undefined) return <Spinner />;
  const refresh = (): void => {
    askAgain('backups.status');
    askAgain('backups.list');
  };
  async function make(): Promise<void> {
    await runBare('backups.make', {}, { after: sayMade });
    refresh();
  }
  async function tryIt(): Promise<void> {
    await runBare(
      'backups.trial',
      {},
      { done: ({ problem }) => i18n.t(problem === null ? 'backups:state.tried' : 'backups:warning.trial') },
    );
    refresh();
  }
  return (
    <SettingGroup title={t('state.title')}>
      <Words status={status} />
      {status.running !== null && (
        <div className="flex flex-col gap-1" role="status" data-testid="backup-running">
          <span className="text-small font-semibold">{t(`state.running.${status.running.work}`)}</span>
          <Bar part={status.running.part} />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button busy={busy} tone="primary" onPress={() => void make()} data-testid="backup-make">
          {t('state.make')}
        </Button>
        <Button busy={busy} onPress={() => void tryIt()} data-testid="backup-trial">
          {t('state.tryIt')}
        </Button>
      </div>
    </SettingGroup>
  );
}

function Words({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups');
  const timeZone = useTimeZone();
  const { warning, lastProvedAt, nextAt, trial, places } = status;
  const troubled = places.filter(({ problem }) => problem !== null && problem === warning);
  const time = (at: number): string => momentText(at, timeZone, clinicNow());
  return (
    <>
      {warning !== null && (
        <Alert
          tone={warning === 'none_yet' ? 'info' : 'warn'}
          title={t(`warning.${warning}`)}
          text={t(`help.${warning}`)}
          testId="backup-warning"
        >
          {troubled.map(({ folder }) => (
            <bdi key={folder} dir="ltr" className="block text-small break-all select-text">
              {folder}
            </bdi>
          ))}
        </Alert>
      )}
      <div className="flex flex-col gap-1">
        <p className="flex items-center gap-2 font-semibold" data-testid="backup-last">
          {warning === null && lastProvedAt !== null && <Icon name="check" className="text-success" />}
          {lastProvedAt === null ? t('state.none') : t('state.last', { time: time(lastProvedAt) })}
        </p>
        <p className="text-small text-ink-soft">{t('state.next', { time: time(nextAt) })}</p>
        {trial !== null && (
          <p className="text-small text-ink-soft" data-testid="backup-trial-result">
            {t(trial.problem === null ? 'state.trial' : 'state.trialBad', { time: time(trial.at) })}
          </p>
        )}
      </div>
    </>
  );
}

/** Drawn beside words that say the same. */
export function Bar({ part }: { readonly part: number }) {
  return (
    <div aria-hidden="true" className="flex h-2 overflow-hidden rounded-pill bg-line">
      <span className="bg-bar" style={{ inlineSize: `${Math.round(100 * Math.min(1, part))}%` }} />
    </div>
  );
}
