import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { Report, ReportedVisit, ReportTable } from '../../../shared/model/report';
import { figures } from '../../../shared/model/report-figures';
import { clockText, type ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { csvOf, MARK } from '../outside/csv';
import { writeExport } from '../outside/exports';
import { daysAfter, fileTime, localText } from '../time/calendar';
import { reading, readReport } from './read';
import { checkWish, clinicOf } from './wish';

type Wish = CheckedInput<'reports.export'>;
type Answer = Promise<Result<CallOutput<'reports.export'>>>;

/** Days of tokens read in one piece. */
const PIECE_DAYS = 7;
/** More than a week of any clinic has. */
const MOST = 1_000_000;

/** Saves a table of a report, or every visit, as CSV. Errors: as of the report; UNAVAILABLE it could not be written. */
export function exportReport(call: Call, wish: Wish): Answer {
  return wish.what === 'visits' ? exportVisits(call, wish) : exportTable(call, wish);
}

async function exportTable(call: Call, { what, ...wish }: Wish): Answer {
  const report = await readReport(call, { ...wish, compare: true }, new Map());
  if (!report.ok) return report;
  const table = report.value.tables.find(({ by }) => by === what);
  if (!table)
    return fail('INVALID_INPUT', 'This report has no such table.', { field: 'what', report: wish.report });
  const rows = tableRows(report.value, table);
  const name = `report-${wish.report}-${what}-${wish.from}-${wish.to}-${stamp(call)}.csv`;
  const path = await writeExport(call.environment, name, [MARK, csvOf(rows)]);
  return path.ok ? ok({ path: path.value, lines: table.rows.length }) : path;
}

const stamp = ({ now, settings }: Call): string => fileTime(now, settings.clinic.timeZone);

/** With a line of names; what is not known is empty. */
export function tableRows(report: Report, { by, figures: names, rows }: ReportTable): string[][] {
  const hasBeside = rows.some(({ before, weekday }) => before !== null || weekday !== null);
  const units = names.map((name) => `${name}_${figures[name].unit}`);
  const others = hasBeside
    ? ['before', 'same_weekdays'].flatMap((when) => units.map((unit) => `${unit}_${when}`))
    : [];
  const isNamed = by === 'doctor' || by === 'person';
  return [
    [by, ...(isNamed ? ['name'] : []), ...units, ...others],
    ...rows.map(({ key, cells, before, weekday }) => [
      key,
      ...(isNamed ? [nameOf(report, by, key)] : []),
      ...cells.map(cellText),
      ...(hasBeside ? [...beside(before, names), ...beside(weekday, names)] : []),
    ]),
  ];
}

const beside = (cells: readonly (number | null)[] | null, names: readonly string[]): string[] =>
  (cells ?? names.map(() => null)).map(cellText);

function nameOf({ doctors, people }: Report, by: 'doctor' | 'person', key: string): string {
  return (
    (by === 'doctor' ? doctors.find(({ id }) => id === key) : people.find((one) => one.key === key))?.name ??
    ''
  );
}

/** Four places behind the point are more than any figure means. */
const cellText = (cell: number | null): string => (cell === null ? '' : String(Math.round(cell * 1e4) / 1e4));

/** Never changed, and only added to at the end: programs of clinics read them. docs/reports.md says what each is. */
export const visitCsvColumns = [
  ...['service_day', 'doctor_id', 'doctor', 'number', 'token_id', 'source', 'channel', 'outcome'],
  ...['issued_at', 'arrived_at', 'called_at', 'started_at', 'ended_at', 'slot_start', 'wait_minutes'],
  ...['quoted_from', 'quoted_to', 'returning', 'marks'],
];

async function exportVisits(call: Call, { what: _what, ...wish }: Wish): Answer {
  const checked = checkWish(wish);
  if (!checked.ok) return checked;
  const { environment, settings } = call;
  const names = new Map((await environment.store.doctors()).map(({ id, name }) => [id, name]));
  let lines = 0;
  let failed: Result<never> | undefined;

  async function* pieces(): AsyncGenerator<string> {
    yield MARK + csvOf([visitCsvColumns]);
    for (let from: ServiceDay = wish.from; from <= wish.to; from = daysAfter(from, PIECE_DAYS)) {
      const last = daysAfter(from, PIECE_DAYS - 1);
      const piece = { ...wish, from, to: last < wish.to ? last : wish.to };
      const input = { wish: piece, clinic: clinicOf(call), cell: null, limit: MOST, after: null };
      const answer = await reading(environment, 'visits', input);
      if (!answer.ok) {
        failed = answer;
        throw new Error(answer.error.message);
      }
      const { visits } = answer.value;
      lines += visits.length;
      const offsetAt = (instant: number | null): string => timeText(instant, settings.clinic.timeZone);
      if (visits.length > 0)
        yield csvOf(visits.map((visit) => visitCells(visit, names.get(visit.doctorId) ?? '', offsetAt)));
    }
  }

  const name = `visits-${wish.from}-${wish.to}-${stamp(call)}.csv`;
  const path = await writeExport(environment, name, pieces());
  if (failed) return failed;
  return path.ok ? ok({ path: path.value, lines }) : path;
}

/** ISO 8601 in the clinic's time. */
function timeText(instant: number | null, timeZone: string): string {
  return instant === null ? '' : localText(instant, timeZone);
}

function visitCells(visit: ReportedVisit, doctor: string, at: (instant: number | null) => string): string[] {
  const { waitMinutes, slotStartMinute, returning, marks } = visit;
  return [
    ...[visit.serviceDay, visit.doctorId, doctor, visit.number, visit.tokenId ?? ''],
    ...[visit.source, visit.channel, visit.outcome],
    ...[visit.issuedAt, visit.arrivedAt, visit.calledAt, visit.startedAt, visit.endedAt].map(at),
    slotStartMinute === null ? '' : clockText(slotStartMinute),
    waitMinutes === null ? '' : String(Math.round(waitMinutes * 100) / 100),
    ...[visit.quotedFrom, visit.quotedTo].map(at),
    returning === null ? '' : returning ? 'yes' : 'no',
    marks.join(' '),
  ];
}
