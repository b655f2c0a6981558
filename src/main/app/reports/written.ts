import { stat } from 'node:fs/promises';
import type { SummaryPeriod } from '../../../shared/model/report';
import { type FigureName, figures, reportNames } from '../../../shared/model/report-figures';
import type { ServiceDay } from '../../../shared/model/time';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { csvOf, MARK } from '../outside/csv';
import { writeExport } from '../outside/exports';
import type { ReadPeriod } from '../outside/reading-room';
import { calendar, daysAfter } from '../time/calendar';
import { readReport } from './read';
import { type KeptSummaries, keptSummaries, updateSummaries } from './summaries';

/** Where it did not work it is tried again so often. */
const AGAIN_MS = 5 * 60_000;
/** After a long time off no more than so many are made up for, of each kind. */
const MOST_BEHIND = 31;

interface Turn {
  running?: Promise<void> | undefined;
  triedAt?: number | undefined;
}
const turns = new WeakMap<Environment, Turn>();

/** Begins to write a summary that is due, one at a time, and does not wait for it. */
export async function writeSummariesIfDue(call: Call): Promise<void> {
  const { environment } = call;
  const turn = turns.get(environment) ?? {};
  turns.set(environment, turn);
  const { clock, log, readingRoom } = environment;
  if (readingRoom === undefined || turn.running) return;
  const summaries = await keptSummaries(call);
  const due = dueNow(summaries, call.today);
  const isTooSoon = turn.triedAt !== undefined && clock.elapsed() - turn.triedAt < AGAIN_MS;
  if (due === null || (summaries.problem !== null && isTooSoon)) return;
  turn.triedAt = clock.elapsed();
  turn.running = writeSummary(call, due)
    .catch((error: unknown) => log.error('a summary could not be written', error))
    .finally(() => {
      turn.running = undefined;
    });
}

/** For tests, and for an end in order. */
export const summaryUnderWay = (environment: Environment): Promise<void> =>
  turns.get(environment)?.running ?? Promise.resolve();

interface Due {
  readonly kind: SummaryPeriod;
  readonly period: ReadPeriod;
}

/** The oldest that is missing; without one before, the newest that is over. */
export function dueNow(summaries: KeptSummaries, today: ServiceDay): Due | null {
  if (summaries.folder === null) return null;
  for (const kind of summaries.periods) {
    const newest = lastOver(kind, today);
    const written = summaries.written[kind];
    let due = newest;
    for (let behind = 0; behind < MOST_BEHIND && written !== undefined; behind += 1) {
      const earlier = lastOver(kind, due.from);
      if (earlier.to <= written) break;
      due = earlier;
    }
    if (written === undefined || due.to > written) return { kind, period: due };
  }
  return null;
}

/** The last day, week (from Monday) or month that was over before this day began. */
function lastOver(kind: SummaryPeriod, day: ServiceDay): ReadPeriod {
  const yesterday = daysAfter(day, -1);
  if (kind === 'day') return { from: yesterday, to: yesterday };
  if (kind === 'week') {
    const sunday = daysAfter(day, -calendar.weekdayOf(day));
    return { from: daysAfter(sunday, -6), to: sunday };
  }
  const to = daysAfter(`${day.slice(0, 7)}-01` as ServiceDay, -1);
  return { from: `${to.slice(0, 7)}-01` as ServiceDay, to };
}

async function writeSummary(call: Call, { kind, period }: Due): Promise<void> {
  const { environment, now } = call;
  const { folder } = await keptSummaries(call);
  if (folder === null) return;
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return note(call, folder, { code: 'folder_gone', since: now });
  const lines = await linesOf(call, period);
  if (lines === null) return;
  const name = `summary-${kind}-${period.from}${kind === 'day' ? '' : `-${period.to}`}.csv`;
  const place = { exportFolder: folder, log: environment.log };
  const path = await writeExport(place, name, [MARK, csvOf(lines)]);
  if (!path.ok) return note(call, folder, { code: 'not_written', since: now });
  await updateSummaries(call, (kept) => {
    if (kept.folder !== folder) return kept;
    const written = { ...kept.written, [kind]: period.to };
    return { ...kept, written, last: { path: path.value, at: now }, problem: null };
  });
}

/** Since when stays as it was first seen. */
async function note(
  call: Call,
  folder: string,
  problem: NonNullable<KeptSummaries['problem']>,
): Promise<void> {
  await updateSummaries(call, (kept) => {
    if (kept.folder !== folder) return kept;
    return { ...kept, problem: { ...problem, since: kept.problem?.since ?? problem.since } };
  });
}

const columns = ['report', 'by', 'key', 'name', 'figure', 'unit', 'value', 'before', 'same_weekdays'];
const summarised = ['total', 'doctor', 'source', 'person'];

/** A line a figure, so that a new one changes none of the others. Null: it could not be read. */
async function linesOf(call: Call, period: ReadPeriod): Promise<string[][] | null> {
  const lines = [columns];
  for (const report of reportNames) {
    const wish = { report, groupBy: 'day', compare: true, ...period } as const;
    const read = await readReport(call, wish, new Map());
    if (!read.ok) return null;
    const { tables, doctors, people } = read.value;
    const nameOf = (key: string): string =>
      doctors.find(({ id }) => id === key)?.name ?? people.find((one) => one.key === key)?.name ?? '';
    for (const { by, figures: names, rows } of tables.filter((table) => summarised.includes(table.by))) {
      for (const { key, cells, before, weekday } of rows) {
        for (const [place, figure] of names.entries()) {
          const values = [cells, before, weekday].map((row) => cellText(row?.[place]));
          lines.push([report, by, key, nameOf(key), figure, unitOf(figure), ...values]);
        }
      }
    }
  }
  return lines;
}

const unitOf = (name: FigureName): string => figures[name].unit;
const cellText = (cell: number | null | undefined): string =>
  cell === null || cell === undefined ? '' : String(Math.round(cell * 1e4) / 1e4);
