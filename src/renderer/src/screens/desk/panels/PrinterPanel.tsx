import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../../../shared/model/print-job';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { useLock } from '../../../api/useLock';
import { dateTimeText, timeText } from '../../../i18n/format';
import { useDayBooks } from '../../../stores/deskBooks';
import { station } from '../../../stores/deskMirrors';
import { closeOverlay } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { doneOrSaid } from '../act';
import { reprint } from '../token/perform';

/** Printer and backup: how they stand, the slips that failed, and a way to mend each. */
export function PrinterPanel({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation(['desk', 'common']);
  const { value } = station.use();
  const failed = useFailedSlips(value?.printer.failedJobs ?? 0);
  const { busy, run } = useLock();

  async function backUp(): Promise<void> {
    await run(() => doneOrSaid(() => call('backups.make', {})));
    station.refresh();
  }

  return (
    <Overlay
      title={t('station.title')}
      closeLabel={t('dialog.close')}
      place="side"
      testId="desk-station-panel"
      onClose={closeOverlay}
    >
      <h3 className="font-bold">{t('station.printer')}</h3>
      <p>
        {value?.printer.name ?? t('station.noPrinter')}
        {value?.printer.lastSentAt != null &&
          ` · ${t('station.lastSent', { time: timeText(value.printer.lastSentAt, timeZone) })}`}
      </p>
      {(value?.printer.waitingJobs ?? 0) > 0 && (
        <p>{t('station.waiting', { count: value?.printer.waitingJobs ?? 0 })}</p>
      )}
      <ul className="flex flex-col gap-2">
        {failed.map(({ token, job }) => (
          <li
            key={token.id}
            className="flex items-center gap-3 rounded-control bg-danger-soft px-3 py-2 text-danger"
          >
            <TokenNumber className="text-lead!">{token.number}</TokenNumber>
            <span className="min-w-0 grow text-small">
              <bdi className="block truncate font-semibold">{token.patientName}</bdi>
              {t(`common:printProblem.${job.problem ?? 'refused'}`)}
            </span>
            <Button size="small" icon="printer" onPress={() => void reprint(token)}>
              {t('action.reprint')}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className="mt-3 font-bold">{t('station.backup')}</h3>
      <p>
        {value?.lastBackupAt == null ? t('station.noBackup') : dateTimeText(value.lastBackupAt, timeZone)}
      </p>
      <Button
        busy={busy}
        autoFocus
        className="self-start"
        onPress={() => void backUp()}
        data-testid="desk-backup"
      >
        {t('station.backUpNow')}
      </Button>
    </Overlay>
  );
}

interface FailedSlip {
  readonly token: Token;
  readonly job: PrintJob;
}

/** The tokens on the boards whose slip failed; looked for again whenever their count changes. */
function useFailedSlips(count: number): readonly FailedSlip[] {
  const [failed, setFailed] = useState<readonly FailedSlip[]>([]);
  useEffect(() => {
    if (count === 0) return setFailed([]);
    let current = true;
    const tokens = Object.values(useDayBooks.getState().byKey).flatMap(({ view }) => view?.tokens ?? []);
    const ask = async (token: Token): Promise<readonly FailedSlip[]> => {
      const job = await call('slips.job', { tokenId: token.id });
      return job.ok && job.value.state === 'failed' ? [{ token, job: job.value }] : [];
    };
    void Promise.all(tokens.map(ask)).then((found) => {
      if (current) setFailed(found.flat());
    });
    return () => {
      current = false;
    };
  }, [count]);
  return failed;
}
