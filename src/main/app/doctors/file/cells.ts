import { doctorNameSchema, doctorSchema } from '../../../../shared/model/doctor';
import type { DateOrder, DoctorColumn, FileFault } from '../../../../shared/model/doctor-file';
import type { ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { asciiDigits } from '../../../../shared/model/fold';
import { MAX_CAPACITY } from '../../../../shared/model/slot';
import { type ServiceDay, serviceDaySchema } from '../../../../shared/model/time';
import { emergencyOf, minuteOf, sessionMinutes, wholeOf } from '../../../../shared/model/typed-session';
import type { RefusalReason } from '../../../../shared/refusals';
import { weekdaysIn } from './columns';
import { faultOf, type Row, type Table } from './table';

/** How the cells of a file are to be read. */
export interface Reading {
  readonly columns: Table['columns'];
  readonly dateOrder: DateOrder | null;
  readonly dayStartsAtMinute: number;
}

/** A session of a row, on each of its days. */
export interface ReadSession {
  readonly line: number;
  readonly lines: readonly ScheduleLine[];
}

/** Notes faults of one row by their column. */
function noting(row: Row, { columns }: Reading, faults: FileFault[]) {
  return (column: DoctorColumn, reason: RefusalReason, details: FileFault['details'] = {}): void => {
    const value = row.cells[column] ?? '';
    faults.push(faultOf(row.line, columns[column] ?? null, reason, { value, ...details }));
  };
}

const names = ['name', 'nameEn', 'nameHi', 'nameTa', 'nameAr', 'specialization'] as const;

/** What is wrong with the cells about the doctor. */
export function checkDoctorCells(row: Row, how: Reading): FileFault[] {
  const faults: FileFault[] = [];
  const wrong = noting(row, how, faults);
  const { cells } = row;
  if (!cells.name) wrong('name', 'csv_no_name');
  for (const column of names) {
    const value = cells[column] ?? '';
    if (value !== '' && !doctorNameSchema.safeParse(value).success) wrong(column, 'csv_name');
  }
  if (!doctorSchema.shape.room.safeParse(cells.room ?? '').success) wrong('room', 'csv_room');
  if (cells.letter && !/^[A-Z]{1,3}$/i.test(cells.letter)) wrong('letter', 'csv_letter');
  if (cells.minutes && wholeOf(cells.minutes, 1, 240) === null) wrong('minutes', 'csv_minutes');
  return faults;
}

const aboutHours = ['from', 'to', 'slotMinutes', 'seats', 'emergency', 'validFrom', 'validTo'] as const;

/** The session of a row; null: there is none. What is wrong with it goes to `faults`. */
export function readSession(row: Row, how: Reading, faults: FileFault[]): ReadSession | null {
  const wrong = noting(row, how, faults);
  const { cells } = row;
  if (!cells.weekday) {
    if (aboutHours.some((column) => cells[column])) wrong('weekday', 'csv_hours_missing');
    return null;
  }
  const before = faults.length;
  const weekdays = weekdaysIn(cells.weekday);
  if (!weekdays) wrong('weekday', 'csv_weekday');
  for (const column of ['from', 'to'] as const) {
    if (!cells[column]) wrong(column, 'csv_cell_missing');
    else if (minuteOf(cells[column]) === null) wrong(column, 'csv_time');
  }
  const { startMinute, endMinute } = sessionMinutes(cells.from ?? '', cells.to ?? '', how.dayStartsAtMinute);
  const slotMinutes = cells.slotMinutes ? wholeOf(cells.slotMinutes, 5, 12 * 60) : usual.slotMinutes;
  if (slotMinutes === null) wrong('slotMinutes', 'csv_slot_minutes');
  const capacity = cells.seats ? wholeOf(cells.seats, 0, MAX_CAPACITY) : usual.capacity;
  if (capacity === null) wrong('seats', 'csv_seats');
  const emergencySeats = emergencyOf(cells.emergency ?? '');
  if (emergencySeats === undefined) wrong('emergency', 'csv_emergency');
  const validFrom = readDay('validFrom');
  const validTo = readDay('validTo');
  if (faults.length > before || !weekdays || startMinute === null || endMinute === null) return null;
  if (slotMinutes === null || capacity === null || emergencySeats === undefined) return null;
  const session = { startMinute, endMinute, slotMinutes, capacity, emergencySeats, validFrom, validTo };
  return { line: row.line, lines: weekdays.map((weekday) => ({ weekday, ...session })) };

  function readDay(column: 'validFrom' | 'validTo'): ServiceDay | null {
    const text = cells[column];
    if (!text) return null;
    const day = dayIn(text, how.dateOrder);
    if (day === undefined) wrong(column, 'csv_date');
    if (day === 'ambiguous') wrong(column, 'csv_date_ambiguous');
    return day === undefined || day === 'ambiguous' ? null : day;
  }
}

/** What a session has where the file does not say it. */
const usual = { slotMinutes: 60, capacity: 10 } as const;

const withSlashes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** `2026-03-31`, or with slashes, dots or dashes in one order or the other. Undefined: no day. */
function dayIn(text: string, order: DateOrder | null): ServiceDay | 'ambiguous' | undefined {
  const plain = asciiDigits(text);
  const iso = serviceDaySchema.safeParse(plain).data;
  if (iso !== undefined) return iso;
  const [, one, other, year] = withSlashes.exec(plain) ?? [];
  if (one === undefined || other === undefined || year === undefined) return undefined;
  const at = (day: string, month: string): ServiceDay | undefined =>
    serviceDaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
  const [dayFirst, monthFirst] = [at(one, other), at(other, one)];
  if (order !== null) return order === 'day_first' ? dayFirst : monthFirst;
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return 'ambiguous';
  return dayFirst ?? monthFirst;
}

/**
 * Which of day and month comes first in this file, where a day of it tells; else what to ask about: a day that may be
 * two. Both null: nothing has to be known.
 */
export function orderOfDates(rows: readonly Row[]): { order: DateOrder | null; ambiguous: string | null } {
  const days = rows
    .flatMap(({ cells }) => [cells.validFrom ?? '', cells.validTo ?? ''])
    .filter((text) => withSlashes.test(asciiDigits(text)));
  const dayFirst = days.some((text) => dayIn(text, 'month_first') === undefined);
  const monthFirst = days.some((text) => dayIn(text, 'day_first') === undefined);
  // Where days tell both, those that begin with the month are the slip.
  if (dayFirst || monthFirst) return { order: dayFirst ? 'day_first' : 'month_first', ambiguous: null };
  return { order: null, ambiguous: days.find((text) => dayIn(text, null) === 'ambiguous') ?? null };
}
