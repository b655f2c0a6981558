import Papa from 'papaparse';
import { type DoctorColumn, doctorColumns, type FileFault } from '../../../../shared/model/doctor-file';
import { cleanText } from '../../../../shared/model/fold';
import { type RefusalReason, refused, sentenceOf } from '../../../../shared/refusals';
import { type ErrorDetails, ok, type Result } from '../../../../shared/result';
import { columnCalled, columnName } from './columns';

/** Two hundred doctors with two sessions every day are 2,800. */
const MOST_ROWS = 5_000;
/** Empty ones among them. */
const MOST_LINES = 4 * MOST_ROWS;
/** More is no list of doctors; nothing is compared with everything else. */
const MOST_COLUMNS = 200;

/** One row with its cells as text, cleaned; a column that the file has not is missing. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<DoctorColumn, string>>>;
}

export interface Table {
  /** What the file calls the columns it has. */
  readonly columns: Readonly<Partial<Record<DoctorColumn, string>>>;
  readonly ignored: readonly string[];
  readonly rows: readonly Row[];
  readonly faults: readonly FileFault[];
}

/** A fault with its English sentence. */
export function faultOf(
  line: number,
  column: string | null,
  reason: RefusalReason,
  details: FileFault['details'] = {},
): FileFault {
  return { line, column, reason, message: sentenceOf(reason, details), details };
}

/** Rows and columns of a CSV file. Errors: INVALID_INPUT: the file as a whole cannot be read. */
export function readTable(text: string): Result<Table> {
  const { delimiter, body, skipped } = separatorOf(text);
  const [head, ...lines] = linesOf(body, delimiter, skipped);
  if (!head) return refused('INVALID_INPUT', 'file_empty', { field: 'data' });
  if (head.cells.length > MOST_COLUMNS)
    return refused('INVALID_INPUT', 'csv_too_many_columns', { field: 'data', most: MOST_COLUMNS });
  const columns = columnsOf(head.cells);
  if (!columns.ok) return columns;
  const rows = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refused('INVALID_INPUT', 'csv_only_header', { field: 'data' });
  if (rows.length > MOST_ROWS || lines.length >= MOST_LINES)
    return refused('INVALID_INPUT', 'csv_too_many_rows', { field: 'data', most: MOST_ROWS });
  const places = columns.value;
  return ok({
    columns: Object.fromEntries(places.flatMap(({ column, title }) => (column ? [[column, title]] : []))),
    ignored: places.filter(({ column, title }) => !column && title !== '').map(({ title }) => title),
    faults: rows.flatMap(({ line, cells, quote }) => {
      if (quote) return [faultOf(line, null, quote)];
      const isLonger = cells.slice(places.length).some((cell) => cell.trim() !== '');
      const counts = { cells: cells.length, columns: places.length };
      return isLonger ? [faultOf(line, null, 'csv_too_many_cells', counts)] : [];
    }),
    rows: rows
      .filter(({ cells, quote }) => !quote && cells.slice(places.length).every((cell) => cell.trim() === ''))
      .map(({ line, cells }) => ({ line, cells: cellsOf(places, cells) })),
  });
}

/** By what the first line has most of; a program may say it in a line of its own. */
function separatorOf(text: string): { delimiter: string; body: string; skipped: number } {
  const [said, delimiter] = /^\ufeff?sep=(.)\r?\n/i.exec(text) ?? [];
  if (said !== undefined && delimiter !== undefined)
    return { delimiter, body: text.slice(said.length), skipped: 1 };
  const body = text.replace(/^\ufeff/, '');
  const [first = ''] = body.trimStart().split(/\r?\n|\r/, 1);
  const plain = first.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((one) => [one, plain.split(one).length] as const);
  const [best = [',', 0] as const] = counted.sort(([, one], [, other]) => other - one);
  return { delimiter: best[0], body, skipped: 0 };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly quote: RefusalReason | undefined;
}

/** Each row with the line on which it begins: a cell in quotes may go on over several. */
function linesOf(body: string, delimiter: string, skipped: number): Line[] {
  const lines: Line[] = [];
  let line = 1 + skipped;
  let from = 0;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      // What comes after is not read at all: a million empty lines hold everybody up.
      if (lines.length > MOST_LINES) return parser.abort();
      const broken = errors.find(({ type }) => type === 'Quotes');
      const quote = broken && (broken.code === 'MissingQuotes' ? 'csv_quote_open' : 'csv_quote_inside');
      if (data.some((cell) => cell.trim() !== '') || lines.length > 0)
        lines.push({ line, cells: data, quote });
      line += body.slice(from, meta.cursor).split(/\r\n|\n|\r/).length - 1;
      from = meta.cursor;
    },
  });
  return lines;
}

interface Place {
  readonly title: string;
  readonly column: DoctorColumn | undefined;
}

function columnsOf(titles: readonly string[]): Result<readonly Place[]> {
  const wrong = (reason: RefusalReason, details: ErrorDetails = {}): Result<never> =>
    refused('INVALID_INPUT', reason, { field: 'data', ...details });
  const places = titles.map((title) => ({ title: cleanText(title), column: columnCalled(title) }));
  const last = places.findLastIndex(({ title }) => title !== '');
  const known = places.slice(0, last + 1);
  for (const [place, { title, column }] of known.entries()) {
    const isAgain = known.findIndex((other) => column && other.column === column) < place;
    if (column && isAgain) return wrong('csv_column_twice', { value: title });
  }
  const has = new Set(known.map(({ column }) => column));
  if (!has.has('name')) return wrong('csv_no_name_column');
  const needed = ['weekday', 'from', 'to'] as const;
  const saysHours = doctorColumns.slice(5, 13).some((column) => has.has(column));
  const missing = needed.filter((column) => !has.has(column)).map((column) => columnName(column, 'en'));
  if (saysHours && missing.length > 0) return wrong('csv_no_session_column', { missing: missing.join(', ') });
  return ok(known);
}

/** What a program was kept from taking for a formula is read as it was written. */
function cellsOf(places: readonly Place[], cells: readonly string[]): Row['cells'] {
  return Object.fromEntries(
    places.flatMap(({ column }, place) => {
      const text = (cells[place] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '');
      return column ? [[column, cleanText(text)]] : [];
    }),
  );
}
