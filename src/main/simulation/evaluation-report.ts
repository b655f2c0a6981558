import { sources } from '../../shared/model/token';
import { noViolations, type Violations } from './checks';
import type { CellResult, Evaluation } from './evaluate';
import { type ForecastFigures, type RunFigures, targetOf } from './figures';
import { sourceNames } from './seed-report';
import type { Figure } from './stats';
import type { Column } from './table';

/** How tables are drawn: for a terminal or for Markdown. */
export type Draw = (columns: readonly Column[], rows: readonly (readonly string[])[]) => string;

/** One titled table. */
export interface Section {
  readonly title: string;
  readonly table: string;
}

const waitColumns: readonly Column[] = [
  { title: 'Policy', text: true },
  { title: 'Patients (target)', text: true },
  { title: 'Mean wait' },
  { title: 'P90' },
  { title: 'P99' },
  { title: 'Over target' },
  { title: 'Mean time here' },
];

const dayColumns: readonly Column[] = [
  { title: 'Policy', text: true },
  { title: 'Served' },
  { title: 'Idle' },
  { title: 'Overtime' },
  { title: 'Displaced' },
  { title: 'Promoted' },
  { title: 'Extras' },
  { title: 'No-shows' },
  { title: 'Taken back' },
  { title: 'Unseen' },
  { title: 'Here, never seen' },
  { title: 'Came in vain' },
  { title: 'Overtaken' },
  { title: 'Over capacity' },
  { title: 'Inversions' },
  { title: 'Emergencies passed' },
];

/** The policies of one cell side by side: waits only. */
export function waitTable({ runs }: CellResult, draw: Draw): string {
  return draw(waitColumns, runs.flatMap(waitRows));
}

/** The figures of one cell: waits in minutes by policy and source, then a doctor's day. */
export function cellSections(result: CellResult, draw: Draw): Section[] {
  const { cell, runs } = result;
  const { name, doctors, serviceMinutes, variation, distribution, noShow, load } = cell;
  const more = [
    ...(cell.leaves > 0 ? [`${percent(cell.leaves)} leave for good`] : []),
    ...(cell.stepsOut > 0.05 ? [`${percent(cell.stepsOut)} step out`] : []),
    ...(cell.outageMinutes > 0 ? [`the PC off for ${cell.outageMinutes} min from 8:00`] : []),
    ...(cell.twoDoctors > 0 ? [`${percent(cell.twoDoctors)} of the walk-ins with two doctors`] : []),
  ].map((text) => `, ${text}`);
  const kind =
    `${doctors} ${doctors === 1 ? 'doctor' : 'doctors'}, ${distribution} consultations of ${serviceMinutes} min ` +
    `(CV ${variation}), ${percent(noShow)} no-shows, load ${load}${more.join('')}`;
  return [
    { title: `${name}: ${kind}`, table: waitTable(result, draw) },
    { title: `${name}: a doctor's day`, table: draw(dayColumns, runs.map(dayRow)) },
  ];
}

function waitRows({ name, waits }: RunFigures & { name: string }): string[][] {
  return sources.map((source) => {
    const { mean, p90, p99, overTarget, here } = waits[source];
    const target = `${sourceNames[source]} (${targetOf(source)})`;
    return [name, target, shown(mean), shown(p90), shown(p99), shownPercent(overTarget), shown(here)];
  });
}

function dayRow({ name, perDay, violations }: RunFigures & { name: string }): string[] {
  const { served, idleMinutes, overtimeMinutes, displaced, promoted, extras } = perDay;
  return [
    name,
    ...[served, idleMinutes, overtimeMinutes].map((figure) => shown(figure)),
    ...[displaced, promoted, extras, perDay.noShows, perDay.reinstated, perDay.unseen].map((figure) =>
      shown(figure, 2),
    ),
    String(violations.neverSeen),
    shown(perDay.inVain, 3),
    shown(perDay.overtaken, 2),
    String(violations.capacity),
    String(violations.inversions),
    String(violations.emergenciesPassedOver),
  ];
}

const forecastColumns: readonly Column[] = [
  { title: 'Cell', text: true },
  { title: 'Predictions' },
  { title: 'Bias, min' },
  { title: 'Mean error, min' },
  { title: 'of the naive one' },
  { title: 'In the range' },
  { title: 'In the range shown' },
  { title: 'Width shown, min' },
];

/** How good the expected waits were, by cell and over all. */
export function forecastSection(evaluation: Evaluation, draw: Draw): Section | undefined {
  const rows = evaluation.cells.flatMap(({ cell, runs }) =>
    runs.flatMap(({ forecast }) => (forecast ? [forecastRow(cell.name, forecast)] : [])),
  );
  if (!evaluation.forecast || rows.length === 0) return undefined;
  const all = forecastRow('all cells', evaluation.forecast);
  return { title: 'Expected wait, under fair', table: draw(forecastColumns, [...rows, all]) };
}

/** A figure outside its aim is marked. */
function forecastRow(name: string, figures: ForecastFigures): string[] {
  const { bias, ofNaive, inside } = figures;
  const mark = (text: string, isGood: boolean): string => (isGood ? text : `${text} ✗`);
  return [
    name,
    String(figures.count),
    mark(shown(bias, 2), Math.abs(bias.value) <= 2),
    shown(figures.absolute),
    mark(shown(ofNaive, 3), ofNaive.value <= 0.6),
    mark(shownPercent(inside), inside.value >= 0.78 && inside.value <= 0.82),
    shownPercent(figures.insideShown),
    shown(figures.shownWidth),
  ];
}

/** What must be 0, over all cells; `fifo` passes emergencies over by its nature. */
export function violationsOf({ cells }: Evaluation): Violations {
  const total = noViolations();
  for (const { name, violations } of cells.flatMap(({ runs }) => runs)) {
    total.capacity += violations.capacity;
    total.inversions += violations.inversions;
    total.neverSeen += violations.neverSeen;
    if (name !== 'fifo') total.emergenciesPassedOver += violations.emergenciesPassedOver;
  }
  return total;
}

/** The same in a sentence. */
export function verdict(evaluation: Evaluation): string {
  const { capacity, inversions, emergenciesPassedOver, neverSeen } = violationsOf(evaluation);
  return (
    `Must be 0, over all cells: capacity violations ${capacity}, unjustified inversions ${inversions}, ` +
    `here and never seen ${neverSeen}, emergencies passed over under fair and strict ${emergenciesPassedOver}.`
  );
}

/** A figure with its margin. */
export function shown({ value, margin }: Figure, places = 1): string {
  if (!Number.isFinite(value)) return '–';
  return Number.isFinite(margin)
    ? `${value.toFixed(places)} ± ${margin.toFixed(places)}`
    : value.toFixed(places);
}

function shownPercent({ value, margin }: Figure): string {
  const around = Number.isFinite(margin) ? ` ± ${(margin * 100).toFixed(1)}` : '';
  return Number.isFinite(value) ? `${(value * 100).toFixed(1)}${around} %` : '–';
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
