import { isReached, type Row, rounded } from './rows';

const figureOf = ({ figure, unit }: Row): string =>
  unit.startsWith('×')
    ? `× ${figure >= 100 ? rounded(figure) : figure.toFixed(2)}`
    : `${rounded(figure)}${unit}`;

function aimOf({ aim, unit }: Row): string {
  if (aim === null) return '';
  const sign = aim.at === 'most' ? '≤' : '≥';
  const figure = aim.figure.toLocaleString('en');
  return unit.startsWith('×') ? `${sign} ${figure} ×` : `${sign} ${figure}${unit}`;
}

function saidOf(row: Row): string {
  const reached = isReached(row);
  if (reached === null) return '';
  return reached ? 'yes' : 'no';
}

/** One line, for whoever waits. */
export function lineOf(row: Row): string {
  const aim = row.aim === null ? '' : `  (aim ${aimOf(row)}: ${saidOf(row)})`;
  return `${row.what}: ${figureOf(row)}${aim}\n    ${row.measured}  |  ${row.floor}`;
}

/** The whole as a table of Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    [row.what, row.measured, row.floor, figureOf(row), aimOf(row), saidOf(row)].join(' | '),
  );
  const head = ['what', 'measured', 'floor, in the same run', 'figure', 'aim', 'reached'].join(' | ');
  return [head, '--- | --- | --- | ---: | ---: | ---', ...lines].map((line) => `| ${line} |`).join('\n');
}
