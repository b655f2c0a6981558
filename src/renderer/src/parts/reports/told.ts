import type { Report, ReportTable } from '../../../../shared/model/report';
import type { FigureName } from '../../../../shared/model/report-figures';
import { i18n } from '../../i18n';
import { type Spec, wholeOf } from './specs';
import { figureText, rowText, valueText } from './words';

/** What there is to be seen in a chart, in a sentence: for who reads, and for who cannot see it. */
export function sentenceOf(report: Report, table: ReportTable, spec: Spec): string {
  const { key } = spec;
  const inAll = report.tables.find(({ by }) => by === 'total');
  const total = (figure: FigureName): string | null => {
    const at = inAll?.figures.indexOf(figure) ?? -1;
    const value = inAll?.rows[0]?.cells[at] ?? null;
    return value === null ? null : valueText(figure, value);
  };
  const most = extremesOf(report, table, wholeOf(spec));
  const median = total('waitMedian');
  const p90 = total('waitP90');
  if (report.report === 'waits' && (key === 'wait' || key === 'group') && median !== null && p90 !== null) {
    const half = i18n.t('reports:told.half', { median, p90 });
    return key === 'wait' ? half : `${half} ${most}`;
  }
  const share = total('insideQuoteShare');
  if (report.report === 'quoted' && key === 'error' && share !== null)
    return i18n.t('reports:told.inside', { share });
  return most;
}

function extremesOf(report: Report, table: ReportTable, figure: FigureName): string {
  const at = table.figures.indexOf(figure);
  const isGoingOn = (key: string): boolean =>
    table.by === 'group' && report.groupBy === 'day' && key >= report.today;
  const known = table.rows.flatMap(({ key, cells }) => {
    const value = cells[at] ?? null;
    return value === null || isGoingOn(key) ? [] : [{ key, value }];
  });
  const sorted = known.sort((a, b) => b.value - a.value);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return i18n.t('reports:told.none');
  const row = (key: string): string => rowText(table.by, key, report);
  const name = figureText(figure);
  if (first === last || first.value === last.value) {
    const one = sorted.length === 1 ? row(first.key) : i18n.t('reports:row.total');
    return i18n.t('reports:told.one', { figure: name, value: valueText(figure, first.value), row: one });
  }
  return i18n.t('reports:told.many', {
    figure: name,
    most: valueText(figure, first.value),
    mostRow: row(first.key),
    least: valueText(figure, last.value),
    leastRow: row(last.key),
  });
}
