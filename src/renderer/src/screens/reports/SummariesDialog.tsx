import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract';
import { type SummaryPeriod, summaryPeriods } from '../../../../shared/model/report';
import { clinicNow } from '../../data/clock';
import { askAgain, useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { momentText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { SettingSwitch } from '../../ui/Setting';

interface Props {
  readonly onClose: () => void;
}

/** The files of days, weeks and months that are written without anybody asking: whether, of which, where to. */
export function SummariesDialog({ onClose }: Props) {
  const { t } = useTranslation('reports');
  const { runBare, busy } = useCommand();
  const timeZone = useStatus()?.timeZone;
  const summaries = useCall('reports.summaries', {}).value;
  const change = (input: CallInput<'reports.changeSummaries'>): void =>
    void runBare('reports.changeSummaries', input, { after: () => askAgain('reports.summaries') });
  if (summaries === undefined || timeZone === undefined) return null;
  const { folder, periods, last, problem } = summaries;
  const periodsWith = (period: SummaryPeriod, isOn: boolean): SummaryPeriod[] =>
    summaryPeriods.filter((one) => (one === period ? isOn : periods.includes(one)));
  return (
    <Overlay
      title={t('own.title')}
      closeLabel={t('tokens.close')}
      place="center"
      testId="reports-summaries"
      onClose={onClose}
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">{t('own.text')}</p>
        <SettingSwitch
          label={t('own.on')}
          value={folder !== null}
          testId="reports-summaries-on"
          onChange={(isOn) => change({ to: isOn ? 'exports' : 'nowhere' })}
        />
        {folder !== null && (
          <>
            <div className="flex flex-col gap-3 ps-14">
              {summaryPeriods.map((period) => (
                <SettingSwitch
                  key={period}
                  label={t(`own.${period}`)}
                  value={periods.includes(period)}
                  testId={`reports-summaries-${period}`}
                  onChange={(isOn) => change({ periods: periodsWith(period, isOn) })}
                />
              ))}
            </div>
            <p className="text-small break-all" data-testid="reports-summaries-folder">
              {t('own.folder', { folder })}
            </p>
            <Button
              icon="folder"
              busy={busy}
              className="self-start"
              onPress={() => change({ to: 'asked' })}
              data-testid="reports-summaries-choose"
            >
              {t('own.choose')}
            </Button>
            {problem !== null && (
              <Alert
                tone="warn"
                title={t(`own.problem.${problem.code}`)}
                text={t('own.since', { when: momentText(problem.since, timeZone, clinicNow()) })}
                testId="reports-summaries-problem"
              />
            )}
            <p className="text-small break-all text-ink-soft">
              {last === null
                ? t('own.none')
                : t('own.last', { when: momentText(last.at, timeZone, clinicNow()), path: last.path })}
            </p>
          </>
        )}
      </div>
    </Overlay>
  );
}
