import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDay } from '../../../../shared/model/time';
import { shortDayText } from '../../i18n/format';
import { Controls } from './Controls';
import { periodOf } from './period';
import { Reading } from './Reading';
import { ReportBody } from './ReportBody';
import { useReport } from './useReport';
import type { Looked } from './wish';

interface Props {
  readonly looked: Looked;
  readonly today: ServiceDay;
  readonly onChange: (looked: Looked) => void;
}

/** One report: what is looked at, and what there is. */
export function ReportPage({ looked, today, onChange }: Props) {
  const { t } = useTranslation('reports');
  const period = periodOf(looked.range, today);
  const [times, setTimes] = useState(0);
  const { report, problem, readingId } = useReport(looked, period, times);
  return (
    <div className="mx-auto flex min-h-full max-w-6xl flex-col gap-4 p-5">
      <header className="flex flex-col gap-3">
        <div>
          <h2 className="text-title font-bold">{t(`tab.${looked.look.report}`)}</h2>
          <p className="text-ink-soft">
            {t(`about.${looked.look.report}`)}{' '}
            <span className="figures whitespace-nowrap">
              {t('overview.days', { from: shortDayText(period.from), to: shortDayText(period.to) })}
            </span>
          </p>
        </div>
        <Controls looked={looked} today={today} onChange={onChange} />
      </header>
      {report === undefined ? (
        <Reading readingId={readingId} problem={problem} onAgain={() => setTimes(times + 1)} />
      ) : (
        <ReportBody report={report} looked={looked} period={period} />
      )}
    </div>
  );
}
