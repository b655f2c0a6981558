import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trial } from '../../../../../shared/model/trial';
import { sendBare } from '../../../data/command';
import { useCall } from '../../../data/query';
import { isolated } from '../../../i18n/format';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { SettingGroup } from '../../../ui/Setting';
import { TrialFigures } from './TrialFigures';
import type { Proposed } from './useProposed';

/** The trial as it stands; it ends with the page that shows it. */
export function useTrial(): Trial | undefined {
  const trial = useCall('trial.state', {}).value;
  useEffect(() => () => void sendBare('trial.stop', {}), []);
  return trial;
}

interface Props {
  readonly trial: Trial;
  readonly proposed: Proposed;
}

/** How far the trial is, and what came of it: who would wait how long, now against proposed. */
export function TryIt({ trial, proposed }: Props) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const { state, days, done, result } = trial;
  const shown = useRef<HTMLDivElement>(null);
  // Whoever proposes has scrolled down; what comes of it stands at the top.
  useEffect(() => {
    if (state === 'running') shown.current?.scrollIntoView({ block: 'start' });
  }, [state]);
  if (state === 'none' || state === 'stopped') return null;
  const isOther = JSON.stringify(trial.rules) !== JSON.stringify(proposed.change);
  return (
    <div ref={shown} data-testid="rules-trial" data-state={state} className="scroll-mt-52">
      <SettingGroup title={t('trial.title')} text={basisText(trial)}>
        {state === 'running' && (
          <div className="flex flex-wrap items-center gap-4">
            <progress
              max={days}
              value={done}
              aria-label={t('trial.progress', { done, days })}
              className="h-3 grow accent-accent"
            />
            <span className="figures text-small">{t('trial.progress', { done, days })}</span>
            <Button
              size="small"
              icon="close"
              data-testid="rules-trial-stop"
              onPress={() => void sendBare('trial.stop', {})}
            >
              {t('trial.stop')}
            </Button>
          </div>
        )}
        {state === 'failed' && <Alert tone="danger" title={t('trial.failed')} text={t('trial.failedText')} />}
        {result !== null && (
          <>
            {isOther && <Alert tone="warn" title={t('trial.other')} testId="rules-trial-other" />}
            <TrialFigures trial={trial} result={result} />
          </>
        )}
      </SettingGroup>
    </div>
  );

  /** From what the days are made, so that nobody takes a usual mix for the clinic's own. */
  function basisText({ basis }: Trial): string {
    const own = basis.filter((one) => one.days > 0);
    if (own.length === 0) return t('trial.usualMix');
    const names = own.map((one) => t('trial.ownDays', { name: isolated(one.name), count: one.days }));
    const all = t('trial.ownMix', { doctors: names.join(', ') });
    return own.length === basis.length ? all : `${all} ${t('trial.restUsual')}`;
  }
}
