import type { ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { MAX_CAPACITY } from '../../../../shared/model/slot';
import { clockText, type ServiceDay, serviceDaySchema } from '../../../../shared/model/time';
import {
  emergencyOf,
  emergencyText,
  endText,
  minuteOf,
  sessionMinutes,
  wholeOf,
} from '../../../../shared/model/typed-session';

/** ISO: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** The same session on some days of the week, as it is being typed. */
export interface SessionRow {
  /** Of the row, not of anything kept. */
  readonly key: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly slotMinutes: string;
  readonly seats: string;
  /** `2`, `20 %`; empty: as the rules say. */
  readonly emergency: string;
  /** `YYYY-MM-DD`; empty: always. */
  readonly validFrom: string;
  readonly validTo: string;
}

export type RowField = 'days' | 'from' | 'to' | 'slotMinutes' | 'seats' | 'emergency' | 'validTo';

/** What is wrong with a row, by the field that it stands beside. */
export type RowProblems = Partial<Record<RowField, Problem>>;

export type Problem =
  | { readonly code: 'noDay' | 'noTime' | 'endsBefore' | 'slotLength' | 'seats' | 'emergency' | 'validTo' }
  | { readonly code: 'outside'; readonly dayStarts: string }
  | { readonly code: 'overlap'; readonly weekday: Weekday; readonly times: string };

/** What most doctors do: mornings, six days a week. */
export const usualRow: Omit<SessionRow, 'key'> = {
  days: [1, 2, 3, 4, 5, 6],
  from: '09:00',
  to: '13:00',
  slotMinutes: '60',
  seats: '10',
  emergency: '',
  validFrom: '',
  validTo: '',
};

let made = 0;

/** A row with a key that no other has. */
export function newRow(fields: Omit<SessionRow, 'key'>): SessionRow {
  made += 1;
  return { ...fields, key: `row-${made}` };
}

/** The week as it is kept, a row for each session with all the days on which it is the same. */
export function rowsOf(lines: readonly ScheduleLine[]): readonly SessionRow[] {
  const rows = new Map<string, SessionRow>();
  for (const { weekday, ...line } of lines) {
    const same = JSON.stringify([
      line.startMinute,
      line.endMinute,
      line.slotMinutes,
      line.capacity,
      line.emergencySeats,
      line.validFrom,
      line.validTo,
    ]);
    const day = weekday as Weekday;
    const known = rows.get(same);
    rows.set(
      same,
      known === undefined
        ? newRow({
            days: [day],
            from: clockText(line.startMinute),
            to: endText(line.endMinute),
            slotMinutes: String(line.slotMinutes),
            seats: String(line.capacity),
            emergency: emergencyText(line.emergencySeats),
            validFrom: line.validFrom ?? '',
            validTo: line.validTo ?? '',
          })
        : { ...known, days: [...known.days, day].sort() },
    );
  }
  return [...rows.values()].sort((a, b) => (minuteOf(a.from) ?? 0) - (minuteOf(b.from) ?? 0));
}

export interface ReadWeek {
  /** By the key of the row. */
  readonly problems: ReadonlyMap<string, RowProblems>;
  /** Of the rows that are right. */
  readonly lines: readonly ScheduleLine[];
  readonly isRight: boolean;
}

/**
 * What the rows come to, and what is wrong with them.
 * @param dayStartsAtMinute R2: times of the clock before it are of the night after
 */
export function readWeek(rows: readonly SessionRow[], dayStartsAtMinute: number): ReadWeek {
  const problems = new Map<string, RowProblems>();
  const lines: ScheduleLine[] = [];
  for (const row of rows) {
    const read = readRow(row, dayStartsAtMinute);
    const overlap = read.problems.from === undefined ? overlapOf(read.lines, lines) : undefined;
    const found = overlap === undefined ? read.problems : { ...read.problems, from: overlap };
    if (Object.keys(found).length > 0) problems.set(row.key, found);
    else lines.push(...read.lines);
  }
  return { problems, lines, isRight: problems.size === 0 };
}

interface ReadRow {
  readonly problems: RowProblems;
  readonly lines: readonly ScheduleLine[];
}

function readRow(row: SessionRow, dayStartsAtMinute: number): ReadRow {
  const { startMinute: from, endMinute: ends } = sessionMinutes(row.from, row.to, dayStartsAtMinute);
  const slotMinutes = wholeOf(row.slotMinutes, 5, 12 * 60);
  const capacity = wholeOf(row.seats, 0, MAX_CAPACITY);
  const emergencySeats = emergencyOf(row.emergency);
  const [validFrom, validTo] = [dayOrNull(row.validFrom), dayOrNull(row.validTo)];
  const problems: RowProblems = {
    ...(row.days.length === 0 && { days: { code: 'noDay' } }),
    ...(from === null && { from: { code: 'noTime' } }),
    ...(ends === null && { to: { code: 'noTime' } }),
    ...(from !== null && ends !== null && ends <= from && { to: { code: 'endsBefore' } }),
    ...(ends !== null &&
      ends > dayStartsAtMinute + 24 * 60 && {
        to: { code: 'outside', dayStarts: clockText(dayStartsAtMinute) },
      }),
    ...(slotMinutes === null && { slotMinutes: { code: 'slotLength' } }),
    ...(capacity === null && { seats: { code: 'seats' } }),
    ...(emergencySeats === undefined && { emergency: { code: 'emergency' } }),
    ...(validFrom !== null && validTo !== null && validTo < validFrom && { validTo: { code: 'validTo' } }),
  };
  if (from === null || ends === null || ends <= from) return { problems, lines: [] };
  if (slotMinutes === null || capacity === null || emergencySeats === undefined)
    return { problems, lines: [] };
  const session = { startMinute: from, endMinute: ends, slotMinutes, capacity, emergencySeats };
  return { problems, lines: row.days.map((weekday) => ({ weekday, ...session, validFrom, validTo })) };
}

function overlapOf(lines: readonly ScheduleLine[], before: readonly ScheduleLine[]): Problem | undefined {
  for (const line of lines) {
    const other = before.find((one) => overlaps(one, line));
    if (other === undefined) continue;
    const times = `${clockText(other.startMinute)}–${endText(other.endMinute)}`;
    return { code: 'overlap', weekday: other.weekday as Weekday, times };
  }
  return undefined;
}

function overlaps(one: ScheduleLine, other: ScheduleLine): boolean {
  return (
    one.weekday === other.weekday &&
    one.startMinute < other.endMinute &&
    other.startMinute < one.endMinute &&
    (one.validTo === null || other.validFrom === null || one.validTo >= other.validFrom) &&
    (other.validTo === null || one.validFrom === null || other.validTo >= one.validFrom)
  );
}

function dayOrNull(text: string): ServiceDay | null {
  return serviceDaySchema.safeParse(text).data ?? null;
}

/** How many seats the sessions of one day of the week have, those for emergencies aside. */
export function seatsOn(lines: readonly ScheduleLine[], weekday: Weekday): number {
  return lines
    .filter((line) => line.weekday === weekday)
    .reduce((sum, { startMinute, endMinute, slotMinutes, capacity }) => {
      return sum + Math.ceil((endMinute - startMinute) / slotMinutes) * capacity;
    }, 0);
}

/** Hours of work in a week. */
export function hoursOf(lines: readonly ScheduleLine[]): number {
  const minutes = lines.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
  return Math.round(minutes / 6) / 10;
}
