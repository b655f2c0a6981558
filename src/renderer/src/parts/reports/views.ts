import type { Report, ReportTable } from '../../../../shared/model/report';
import { type Dimension, type FigureName, figures } from '../../../../shared/model/report-figures';
import { i18n } from '../../i18n';
import type { ChartColour, ChartPoint, ChartSeries } from '../../ui/charts/model';
import { behindOf, type CellWish, type ReportView } from './behind';
import { heatOf } from './heat';
import { type Spec, specs, wholeOf } from './specs';
import { sentenceOf } from './told';
import type { Behind, ViewTable } from './view';
import { alongText, axisRowText, axisText, figureText, rowText, shownNumber, valueText } from './words';

/** What stands beside the figures of a report. */
export const besides = ['none', 'before', 'weekday'] as const;
export type Beside = (typeof besides)[number];

/** What a report shows, chart by chart. */
export function viewsOf(report: Report, beside: Beside): readonly ReportView[] {
  const all: readonly Spec[] = specs[report.report];
  return all.flatMap((spec) => {
    const table = tableOf(report, spec.by, spec.figures[0]);
    return table === undefined ? [] : [viewOf(report, withoutEmpty(table), spec, beside)];
  });
}

/** The figures over all days, or undefined where there are none. */
export function tableOf({ tables }: Report, by: Dimension, figure?: FigureName): ReportTable | undefined {
  return tables.find((one) => one.by === by && (figure === undefined || one.figures.includes(figure)));
}

/** Of these a row of nothing says nothing; of days and hours it says that nobody came. */
const dropped: ReadonlySet<Dimension> = new Set([
  'source',
  'channel',
  'doctor',
  'person',
  'weekday',
  'lead',
  'early',
]);
/** Of these the ends are as long as anything could be. */
const cut: ReadonlySet<Dimension> = new Set(['wait', 'error']);

function withoutEmpty(table: ReportTable): ReportTable {
  const isFull = ({ cells, before, weekday }: Row): boolean =>
    [cells, before, weekday].some((one) => one?.some((value) => value !== null && value !== 0) === true);
  if (dropped.has(table.by)) return { ...table, rows: table.rows.filter(isFull) };
  if (!cut.has(table.by)) return table;
  const first = table.by === 'wait' ? 0 : table.rows.findIndex(isFull);
  return { ...table, rows: table.rows.slice(Math.max(0, first), table.rows.findLastIndex(isFull) + 1) };
}

function viewOf(report: Report, table: ReportTable, spec: Spec, beside: Beside): ReportView {
  const title = titleOf(report, spec);
  const shown = spec.figures.map((figure) => table.figures.indexOf(figure));
  const isEmpty = table.rows.every(({ cells }) => shown.every((at) => (cells[at] ?? 0) === 0));
  return {
    key: spec.key,
    by: spec.by,
    title,
    sentence: isEmpty ? i18n.t('reports:told.none') : sentenceOf(report, table, spec),
    chart: isEmpty ? null : chartOf(report, table, spec, beside),
    table: tableView(report, table, beside),
  };
}

function titleOf({ report, groupBy }: Report, { key }: Spec): string {
  const per = i18n.t(`reports:grouped.${groupBy}`);
  return i18n.t(`reports:view.${report}.${key}` as 'reports:view.waits.group', { per });
}

function chartOf(report: Report, table: ReportTable, spec: Spec, beside: Beside): ReportView['chart'] {
  if (spec.as === 'heat') return heatOf(report, table, spec.figures[0]);
  const [main] = spec.figures;
  const behind = new Map<string, Behind<CellWish>>();
  for (const row of table.rows) {
    const found = behindOf(report, table.by, row.key, wholeOf(spec));
    if (found !== null) behind.set(row.key, found);
  }
  const isCompared =
    spec.as !== 'stack' && beside !== 'none' && table.rows.some((row) => row[beside] !== null);
  const compared = isCompared ? besideSeries(main, spec.as === 'lines', beside) : [];
  const own = spec.figures.map((figure, at) => seriesOf(figure, spec, at));
  return {
    kind: 'plot',
    behind,
    data: {
      series: [...compared, ...own],
      points: table.rows.map((row) => pointOf(report, table, row, spec.figures, beside)),
      unit: axisText(report.report, main),
      along: alongText(table.by, report),
    },
  };
}

const colours: readonly ChartColour[] = ['main', 'second', 'quiet', 'third'];

function seriesOf(figure: FigureName, { as }: Spec, at: number): ChartSeries {
  return {
    key: figure,
    name: figureText(figure),
    colour: colours[at] ?? 'quiet',
    as: as === 'lines' ? 'line' : 'bar',
    ...(as === 'stack' && { stack: 'one' }),
  };
}

const BESIDE = 'beside';

function besideSeries(
  figure: FigureName,
  isLine: boolean,
  beside: Exclude<Beside, 'none'>,
): readonly ChartSeries[] {
  const name = i18n.t(`reports:${beside}Series`, { figure: figureText(figure) });
  return [{ key: BESIDE, name, colour: 'quiet', as: isLine ? 'line' : 'bar', isBefore: true }];
}

type Row = ReportTable['rows'][number];

function pointOf(
  report: Report,
  table: ReportTable,
  row: Row,
  shown: readonly FigureName[],
  beside: Beside,
): ChartPoint {
  const at = (figure: FigureName, cells: readonly (number | null)[] | null): number | null => {
    const value = cells?.[table.figures.indexOf(figure)] ?? null;
    return value === null ? null : shownNumber(figures[figure].unit, value);
  };
  const [main] = shown;
  const values = Object.fromEntries(shown.map((figure) => [figure, at(figure, row.cells)]));
  if (beside !== 'none' && main !== undefined) values[BESIDE] = at(main, row[beside]);
  return { key: row.key, label: axisRowText(table.by, row.key, report), values };
}

/** The whole table: every figure of it, and what it was. */
function tableView(report: Report, table: ReportTable, beside: Beside): ViewTable<CellWish> {
  return {
    columns: [alongText(table.by, report), ...table.figures.map(figureText)],
    rows: table.rows.map((row) => ({
      key: row.key,
      name: rowText(table.by, row.key, report),
      cells: table.figures.map((figure, at) => {
        const value = row.cells[at] ?? null;
        const was = beside === 'none' ? null : (row[beside]?.[at] ?? null);
        return {
          text: valueText(figure, value),
          was: was === null ? null : valueText(figure, was),
          behind: value === null || value === 0 ? null : behindOf(report, table.by, row.key, figure),
        };
      }),
    })),
  };
}
