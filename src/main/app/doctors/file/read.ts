import type { DateOrder, DoctorColumn, FileFault } from '../../../../shared/model/doctor-file';
import type { ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { fold } from '../../../../shared/model/fold';
import { type Language, languages } from '../../../../shared/model/language';
import { wholeOf } from '../../../../shared/model/typed-session';
import { ok, type Result } from '../../../../shared/result';
import { readTextFile } from '../../outside/text-file';
import type { DoctorWish } from '../change';
import { collide } from '../check-week';
import { checkDoctorCells, orderOfDates, type Reading, type ReadSession, readSession } from './cells';
import { faultOf, type Row, readTable, type Table } from './table';

/** What a file says of one doctor. */
export interface FileDoctor {
  /** Of the first row. */
  readonly line: number;
  readonly name: string;
  readonly letter: string | null;
  /** What is given, but for the name and the letter; an empty cell that has to have something gives nothing. */
  readonly fields: Pick<DoctorWish, 'specialization' | 'room' | 'minutesPerPatient'>;
  /** As patients of a language read the name, of the languages that have a column; empty: they read the name. */
  readonly namesGiven: Readonly<Partial<Record<Language, string>>>;
  /** Undefined: the file has nothing about hours. */
  readonly week: readonly ScheduleLine[] | undefined;
  /** The row of each line of the week. */
  readonly weekRows: readonly number[];
  readonly isFaulty: boolean;
}

export interface DoctorFile extends Pick<Table, 'columns' | 'ignored'> {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly doctors: readonly FileDoctor[];
  readonly faults: readonly FileFault[];
  readonly ambiguousDate: string | null;
}

interface How {
  /** As somebody said; missing: as the file tells by itself. */
  readonly dateOrder?: DateOrder | undefined;
  readonly dayStartsAtMinute: number;
}

/** A file of doctors and their weeks, whatever is wrong in it. Errors: INVALID_INPUT: nothing of it can be read. */
export function readDoctorFile(base64: string, { dateOrder, dayStartsAtMinute }: How): Result<DoctorFile> {
  const file = readTextFile(base64);
  if (!file.ok) return file;
  const table = readTable(file.value.text);
  if (!table.ok) return table;
  const { columns, ignored, rows } = table.value;
  const dates = orderOfDates(rows);
  const how: Reading = { columns, dateOrder: dates.order ?? dateOrder ?? null, dayStartsAtMinute };
  const faults = [...table.value.faults];
  const doctors = groupsOf(rows).map((group) => doctorOf(group, how, faults));
  const { encoding } = file.value;
  return ok({ encoding, columns, ignored, doctors, faults, ambiguousDate: dates.ambiguous });
}

const letterOf = ({ cells }: Row): string => (cells.letter ?? '').toUpperCase();

/** Rows of one letter are one doctor; without one those of one name, however it is written. */
function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  const letterByName = new Map<string, string>();
  for (const row of rows) {
    const letter = letterOf(row);
    if (letter !== '' && row.cells.name) letterByName.set(fold(row.cells.name), letter);
  }
  for (const row of rows) {
    const name = fold(row.cells.name ?? '');
    const letter = letterOf(row) || (letterByName.get(name) ?? '');
    const key = letter === '' ? `name ${name === '' ? row.line : name}` : `letter ${letter}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

const aboutDoctor = [
  'name',
  'specialization',
  'room',
  'letter',
  'minutes',
  'nameEn',
  'nameHi',
  'nameTa',
  'nameAr',
] as const satisfies readonly DoctorColumn[];

const nameColumns = { en: 'nameEn', hi: 'nameHi', ta: 'nameTa', ar: 'nameAr' } as const;

function doctorOf(rows: readonly Row[], how: Reading, allFaults: FileFault[]): FileDoctor {
  const faults: FileFault[] = [];
  for (const row of rows) faults.push(...checkDoctorCells(row, how));
  const [first] = rows;
  /** What stands in the first row that has it: the others say the same, or nothing. */
  const cell = (column: DoctorColumn): string => {
    const row = rows.find(({ cells }) => cells[column]);
    return row?.cells[column] ?? '';
  };
  for (const column of aboutDoctor) faults.push(...differing(rows, column, how));
  const sessions = rows.flatMap((row) => {
    const session = readSession(row, how, faults);
    return session ? [session] : [];
  });
  faults.push(...colliding(sessions, how));
  allFaults.push(...faults);
  const letter = cell('letter').toUpperCase();
  const { columns } = how;
  const { specialization, room, minutes } = columns;
  return {
    line: first?.line ?? 0,
    name: cell('name'),
    letter: letter === '' ? null : letter,
    fields: {
      ...(specialization !== undefined &&
        cell('specialization') !== '' && { specialization: cell('specialization') }),
      ...(room !== undefined && { room: cell('room') }),
      ...(minutes !== undefined && { minutesPerPatient: wholeOf(cell('minutes'), 1, 240) }),
    },
    namesGiven: Object.fromEntries(
      languages
        .filter((language) => columns[nameColumns[language]] !== undefined)
        .map((language) => [language, cell(nameColumns[language])]),
    ),
    week: columns.weekday === undefined ? undefined : sessions.flatMap(({ lines }) => lines),
    weekRows: sessions.flatMap(({ line, lines }) => lines.map(() => line)),
    isFaulty: faults.length > 0,
  };
}

/** One doctor has one room: where rows say two, nobody knows which. */
function differing(rows: readonly Row[], column: DoctorColumn, { columns }: Reading): FileFault[] {
  const known = rows.find(({ cells }) => cells[column]);
  if (!known) return [];
  const other = known.cells[column] ?? '';
  const isOther = (value: string): boolean =>
    column === 'letter' ? value.toUpperCase() !== other.toUpperCase() : value !== other;
  return rows.flatMap(({ line, cells }) => {
    const value = cells[column];
    if (!value || !isOther(value)) return [];
    const details = { value, other, otherLine: known.line };
    return [faultOf(line, columns[column] ?? null, 'csv_differs', details)];
  });
}

function colliding(sessions: readonly ReadSession[], { columns }: Reading): FileFault[] {
  return sessions.flatMap((session, place) => {
    for (const other of sessions.slice(0, place)) {
      if (JSON.stringify(other.lines) === JSON.stringify(session.lines)) {
        return [faultOf(session.line, null, 'csv_row_twice', { otherLine: other.line })];
      }
      if (other.lines.some((one) => session.lines.some((line) => collide(one, line)))) {
        return [faultOf(session.line, columns.from ?? null, 'csv_overlap', { otherLine: other.line })];
      }
    }
    return [];
  });
}
