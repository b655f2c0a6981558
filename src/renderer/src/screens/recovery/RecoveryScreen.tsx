import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WayBack } from '../../../../shared/model/way-back';
import { askRecovery } from '../../api/recovery';
import { ManualButton } from '../../parts/manual/ManualButton';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { OtherWays } from './OtherWays';
import { useRecovery } from './useRecovery';
import { WayRow } from './WayRow';
import { momentOf } from './words';

/** In the start screen’s place when the clinic’s data cannot be opened: what is wrong, and what can be done. */
export default function RecoveryScreen() {
  const { t } = useTranslation('recovery');
  const { state, refresh } = useRecovery();
  const [asked, setAsked] = useState<{ way: WayBack; passphrase: string } | null>(null);
  const isAsked = state?.finding.problem === 'asked';
  // No way back leads anywhere but onto that drive.
  const isElsewhere = state?.finding.problem === 'on_network';
  const title = t(isAsked ? 'askedTitle' : 'title');
  useTitle(title);
  if (state === null) return <Splash />;
  const { finding, ways, busy, refusal, salvaged, report } = state;
  const newest = ways.find((way) => way.facts !== null && way.facts.provedAt !== null);
  const others = ways.filter((way) => way !== newest);
  const choose = (way: WayBack, passphrase: string): void => setAsked({ way, passphrase });

  async function goBack(): Promise<void> {
    if (asked === null) return;
    const { way, passphrase } = asked;
    setAsked(null);
    await askRecovery('recovery.restore', {
      path: way.path,
      ...(passphrase !== '' && { passphrase }),
    });
    await refresh();
  }

  return (
    <main
      data-testid="recovery"
      className="scroll-quiet mx-auto flex h-full max-w-4xl flex-col gap-4 overflow-y-auto p-6 *:shrink-0"
    >
      <h1 className="text-title font-bold">{title}</h1>
      <Alert
        tone={isAsked ? 'info' : 'danger'}
        title={t(`problem.${finding.problem}`)}
        text={t(isAsked ? 'askedText' : 'calm')}
        testId="recovery-problem"
      />
      {refusal !== null && <Alert tone="warn" title={t(`refusal.${refusal}`)} testId="recovery-refusal" />}
      {report !== null && (
        <Alert tone="success" title={t('reported')} text={report} testId="recovery-reported" />
      )}
      {salvaged !== null && (
        <Alert
          tone={salvaged.isUsable ? 'success' : 'warn'}
          title={
            salvaged.isUsable
              ? t('salvaged', { doctors: rowsOf('doctors'), tokens: rowsOf('tokens') })
              : t('salvagedNone')
          }
        />
      )}
      {busy !== null ? (
        <Alert tone="info" title={t('busy', { percent: Math.round(busy * 100) })} testId="recovery-busy" />
      ) : (
        <>
          {newest && !isElsewhere && (
            <Card title={t('newest')}>
              <ul className="px-4 pb-3">
                <WayRow way={newest} isNewest onChoose={choose} />
              </ul>
            </Card>
          )}
          {ways.length === 0 && !isElsewhere && <p className="text-ink-soft">{t('none')}</p>}
          {others.length > 0 && !isElsewhere && (
            <Card title={t('others')} count={others.length}>
              <ul className="scroll-quiet flex max-h-72 flex-col divide-y divide-line overflow-y-auto px-4 pb-3 *:shrink-0">
                {others.map((way) => (
                  <WayRow key={way.path} way={way} isNewest={false} onChoose={choose} />
                ))}
              </ul>
            </Card>
          )}
          <div className="flex flex-wrap gap-3">
            {!isElsewhere && (
              <Button
                onPress={() => void askRecovery('recovery.choose', {}).then(refresh)}
                data-testid="recovery-choose"
              >
                {t('choose')}
              </Button>
            )}
            <Button onPress={() => void askRecovery('recovery.retry', {})} data-testid="recovery-retry">
              {t(isAsked ? 'leave' : 'retry')}
            </Button>
          </div>
          {!isAsked && !isElsewhere && <OtherWays problem={finding.problem} refresh={refresh} />}
        </>
      )}
      <footer className="mt-auto flex flex-col gap-2 pt-2 text-small text-ink-soft">
        <p>{t('folder', { folder: state.dataFolder })}</p>
        {finding.detail !== '' && <p className="break-words">{t('detail', { detail: finding.detail })}</p>}
        <div className="flex flex-wrap gap-3">
          <Button size="small" onPress={() => void askRecovery('recovery.showFolder', {})}>
            {t('showFolder')}
          </Button>
          <Button
            size="small"
            isDisabled={busy !== null}
            onPress={() => void askRecovery('recovery.report', {}).then(refresh)}
            data-testid="recovery-report"
          >
            {t('report')}
          </Button>
          <ManualButton />
          <Button size="small" onPress={() => void askRecovery('recovery.quit', {})}>
            {t('quit')}
          </Button>
        </div>
      </footer>
      {asked !== null && (
        <ConfirmDialog
          title={t('sure', { when: momentOf(asked.way.madeAt, asked.way.facts?.timeZone) })}
          text={t('sureText')}
          yes={t('yes')}
          no={t('no')}
          onYes={() => void goBack()}
          onNo={() => setAsked(null)}
        />
      )}
    </main>
  );

  function rowsOf(table: string): number {
    return salvaged?.tables.find((one) => one.table === table)?.rows ?? 0;
  }
}
