import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../../shared/model/report';
import type { CellWish } from '../../parts/reports/behind';
import { Overview } from '../../parts/reports/Overview';
import type { Behind } from '../../parts/reports/view';
import { viewsOf } from '../../parts/reports/views';
import { Alert } from '../../ui/Alert';
import { EmptyState } from '../../ui/EmptyState';
import { ExportBar } from './ExportBar';
import type { Period } from './period';
import { TokensDialog } from './TokensDialog';
import { ViewCard } from './ViewCard';
import { type Looked, wishOf } from './wish';

interface Props {
  readonly report: Report;
  readonly looked: Looked;
  readonly period: Period;
}

/** All that a report shows, or why it shows nothing. */
export function ReportBody({ report, looked, period }: Props) {
  const { t } = useTranslation('reports');
  const [shown, setShown] = useState<Behind<CellWish> | null>(null);
  const { beside } = looked;
  const views = useMemo(() => viewsOf(report, beside), [report, beside]);
  const wish = wishOf(looked, period);
  if (report.from > report.today) {
    return (
      <EmptyState
        icon="calendar"
        title={t('state.aheadTitle')}
        text={t('state.aheadText')}
        testId="reports-ahead"
      />
    );
  }
  if (isEmpty(report)) {
    return (
      <EmptyState
        icon="chart"
        title={t('state.noneTitle')}
        text={t('state.noneText')}
        testId="reports-none"
      />
    );
  }
  return (
    <>
      {report.unclosed.length > 0 && (
        <Alert
          tone="info"
          title={t('state.unclosed', { count: report.unclosed.length })}
          testId="reports-unclosed"
        />
      )}
      <ExportBar looked={looked} period={period} />
      <Overview report={report} onShow={setShown} />
      <div className="grid gap-4 min-[1250px]:grid-cols-2">
        {views.map((view, at) => (
          <ViewCard
            key={view.key}
            view={view}
            isWide={at === 0 || view.chart?.kind === 'heat'}
            wish={wish}
            onShow={setShown}
          />
        ))}
      </div>
      {shown !== null && <TokensDialog behind={shown} wish={wish} onClose={() => setShown(null)} />}
    </>
  );
}

/** Of no period is there anything. */
function isEmpty({ tables }: Report): boolean {
  return tables.every(({ rows }) =>
    rows.every(({ cells }) => cells.every((one) => one === null || one === 0)),
  );
}
