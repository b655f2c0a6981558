import type { Report, ReportTable } from '../../../../shared/model/report';
import { type FigureName, figures } from '../../../../shared/model/report-figures';
import { i18n } from '../../i18n';
import type { HeatCell } from '../../ui/charts/HeatMap';
import { behindOf, type CellWish, type ReportView } from './behind';
import type { Behind } from './view';
import {
  alongText,
  columnText,
  figureText,
  type HeatDimension,
  heatKey,
  lineText,
  shownNumber,
  splitKey,
  valueText,
} from './words';

/** A table of two dimensions as a map: hours or slots downwards, weekdays or people beside each other. */
export function heatOf(report: Report, table: ReportTable, figure: FigureName): ReportView['chart'] {
  const by = table.by as HeatDimension;
  const at = table.figures.indexOf(figure);
  const values = new Map(table.rows.map(({ key, cells }) => [key, cells[at] ?? null]));
  const keys = table.rows.map(({ key }) => splitKey(by, key));
  const columns =
    by === 'personHour' ? unique(keys.map(([column]) => column)) : ['1', '2', '3', '4', '5', '6', '7'];
  const rows = unique(keys.map(([, row]) => row)).sort((a, b) => Number(a) - Number(b));
  const most = Math.max(0, ...[...values.values()].map((value) => value ?? 0));
  const behind = new Map<string, Behind<CellWish>>();
  const cellOf = (column: string, row: string): HeatCell => {
    const key = heatKey(by, column, row);
    const value = values.get(key) ?? null;
    const found = value === null ? null : behindOf(report, by, key, figure);
    if (found !== null) behind.set(key, found);
    return {
      key,
      text: value === null ? null : String(Math.round(shownNumber(figures[figure].unit, value))),
      strength: value === null || most === 0 ? 0 : Math.max(0, value) / most,
      told: toldOf(columnText(by, column, report), lineText(by, row), figure, value),
    };
  };
  return {
    kind: 'heat',
    behind,
    corner: alongText(by, report),
    columns: columns.map((column) => columnText(by, column, report)),
    rows: rows.map((row) => ({
      name: lineText(by, row),
      cells: columns.map((column) => cellOf(column, row)),
    })),
  };
}

function toldOf(column: string, row: string, figure: FigureName, value: number | null): string {
  if (value === null) return i18n.t('reports:told.heatNone', { column, row });
  const said = { column, row, figure: figureText(figure), value: valueText(figure, value) };
  return i18n.t('reports:told.heatCell', said);
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];
