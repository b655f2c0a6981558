import { useTranslation } from 'react-i18next';
import type { UpdateStatus } from '../../../../../shared/model/updates';
import { clinicNow } from '../../../data/clock';
import { askAgain } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { momentText } from '../../../i18n/format';
import { Bar } from '../../../parts/backups/BackupState';
import { bytesText } from '../../../parts/backups/bytes';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { SettingGroup } from '../../../ui/Setting';
import { InstallButton } from './InstallButton';

/** What is to be had there, what was fetched of it, and what went wrong. */
export function UpdateState({ status }: { readonly status: UpdateStatus }) {
  const { t } = useTranslation('updates');
  const { offer, ready, running, choice } = status;
  const { busy, runBare } = useCommand();
  // It ends what the other is waiting for.
  const stopping = useCommand();
  async function begin(name: 'updates.look' | 'updates.fetch'): Promise<void> {
    await runBare(name, {});
    askAgain('updates.status');
  }
  const isFetched = offer !== null && ready?.version === offer.version;
  const isThere = choice.source === 'folder' ? choice.folder !== '' : choice.address !== '';
  return (
    <SettingGroup title={t('look.title')}>
      <Looked status={status} />
      {offer !== null && (
        <div className="flex flex-col gap-1" data-testid="updates-offer">
          <p className="font-semibold">
            {t('look.offered', { version: offer.version, size: bytesText(offer.bytes) })}
          </p>
          {offer.notes !== '' && (
            <>
              <p className="text-small font-semibold text-ink-soft">{t('look.notes')}</p>
              <p className="scroll-quiet max-h-40 text-small whitespace-pre-line select-text" dir="auto">
                {offer.notes}
              </p>
            </>
          )}
        </div>
      )}
      {ready !== null && (
        <Alert
          tone="success"
          title={t('look.ready', { version: ready.version })}
          text={t('look.readyText')}
          testId="updates-ready"
        />
      )}
      {running !== null && (
        <div className="flex flex-col gap-1" role="status" data-testid="updates-running">
          <span className="text-small font-semibold">
            {running.work === 'look'
              ? t('look.looking')
              : t('look.fetching', { percent: Math.floor(100 * running.part) })}
          </span>
          <Bar part={running.part} />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {running !== null ? (
          <Button
            busy={stopping.busy}
            onPress={() => void stopping.runBare('updates.stop', {})}
            data-testid="updates-stop"
          >
            {t('look.stop')}
          </Button>
        ) : (
          choice.source !== 'off' && (
            <Button
              busy={busy}
              icon="search"
              isDisabled={!isThere}
              {...(offer === null && ready === null && { tone: 'primary' as const })}
              onPress={() => void begin('updates.look')}
              data-testid="updates-look"
            >
              {t('look.now')}
            </Button>
          )
        )}
        {running === null && offer !== null && !isFetched && (
          <Button
            busy={busy}
            tone="primary"
            onPress={() => void begin('updates.fetch')}
            data-testid="updates-fetch"
          >
            {t('look.fetch', { version: offer.version })}
          </Button>
        )}
        {running === null && ready !== null && (
          <InstallButton status={status} installer={ready} which="ready" />
        )}
      </div>
    </SettingGroup>
  );
}

function Looked({ status: { looked, offer, ready, running, choice } }: { readonly status: UpdateStatus }) {
  const { t } = useTranslation('updates');
  const timeZone = useTimeZone();
  if (choice.source === 'folder' && choice.folder === '')
    return <p className="text-small text-ink-soft">{t('from.noFolder')}</p>;
  if (looked === null || running !== null) return null;
  const { problem, at } = looked;
  return (
    <>
      {problem !== null && (
        <Alert
          tone={problem === 'not_signed' || problem === 'changed' ? 'danger' : 'warn'}
          title={t(`problem.${problem}`)}
          testId="updates-problem"
        />
      )}
      {problem === null && offer === null && ready === null && (
        <p className="font-semibold" data-testid="updates-none">
          {t('look.none')}
        </p>
      )}
      <p className="text-small text-ink-soft">
        {t('look.lookedAt', { time: momentText(at, timeZone, clinicNow()) })}
      </p>
    </>
  );
}
