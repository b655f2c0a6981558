import type { ReactNode } from 'react';
import { type ReportSheet, type ReportWish, reportWishSchema } from '../../../../shared/model/report';
import { fail, ok, type Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { dateTimeText, shortDayText } from '../../i18n/format';
import { Overview } from '../../parts/reports/Overview';
import { ReportTable } from '../../parts/reports/ReportTable';
import { ViewChart } from '../../parts/reports/ViewChart';
import { type Beside, besides, viewsOf } from '../../parts/reports/views';
import { hourText } from '../../parts/reports/words';
import { PracticeMark } from './PracticeMark';

/** What is left of A4 between its margins, in pixels. */
const WIDTH = 690;

/** A report on A4: its figures, each chart with what it means, and the table behind it. Errors: as `reports.sheet`. */
export async function reportSheet(wishText: unknown, besideText: string | null): Promise<Result<ReactNode>> {
  const wish = reportWishSchema.safeParse(wishText);
  const beside = besides.find((one) => one === besideText) ?? 'before';
  if (!wish.success) return fail('INVALID_INPUT', 'Which report?');
  const answer = await call('reports.sheet', wish.data);
  return answer.ok ? ok(<Sheet wish={wish.data} sheet={answer.value} beside={beside} />) : answer;
}

interface Props {
  readonly wish: ReportWish;
  readonly sheet: ReportSheet;
  readonly beside: Beside;
}

function Sheet({ wish, sheet, beside }: Props) {
  const { t } = i18n;
  const { report, practice, clinicName, timeZone, now } = sheet;
  const filters = filtersOf(wish, sheet);
  const views = viewsOf(report, beside);
  // What it is compared with stands in the charts and at the head. Of several charts of one table that follows the first.
  const plain = viewsOf(report, 'none');
  return (
    <article className="report-sheet" data-document="report">
      <PracticeMark practice={practice} />
      <header>
        <p className="document-title">
          {t(`reports:tab.${report.report}`)}:{' '}
          {t('reports:overview.days', { from: shortDayText(report.from), to: shortDayText(report.to) })}
        </p>
        <p>
          <bdi>{clinicName}</bdi> · {t('reports:pdf.made', { when: dateTimeText(now, timeZone) })}
        </p>
        {filters !== '' && <p>{t('reports:pdf.filters', { filters })}</p>}
        <p>{t(`reports:about.${report.report}`)}</p>
      </header>
      <Overview report={report} />
      {views.map((view, at) => (
        <section key={view.key}>
          <h2 className="document-title">{view.title}</h2>
          <p>{view.sentence}</p>
          {view.chart !== null && <ViewChart view={view} width={WIDTH} />}
          {view.chart?.kind === 'plot' && views.findIndex(({ by }) => by === view.by) === at && (
            <ReportTable title={view.title} table={plain[at]?.table ?? view.table} />
          )}
        </section>
      ))}
    </article>
  );
}

function filtersOf({ sources = [], hours }: ReportWish, { doctors }: ReportSheet): string {
  return [
    ...doctors,
    ...sources.map((source) => i18n.t(`common:source.${source}`)),
    ...(hours ? [i18n.t('reports:pdf.hours', { from: hourText(hours.from), to: hourText(hours.to) })] : []),
  ].join(', ');
}
