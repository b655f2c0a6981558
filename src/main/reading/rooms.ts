import type { FigureName } from '../../shared/model/report-figures';
import { type Instant, MINUTE } from '../../shared/model/time';
import { dayNumber } from '../store/visit-codes';
import type { Counter, Counting } from './counter';
import type { Days } from './days';
import { rowsOf } from './dimension';
import { medianOf } from './numbers';
import { consultationOf, dueOf, type Visit } from './visit';

/** One doctor's day, minutes. NaN: nothing can be said. */
interface RoomDay {
  readonly late: number;
  readonly idle: number;
  readonly gaps: readonly number[];
  readonly overrun: number;
  readonly worked: number;
  readonly withPatients: number;
  readonly consultations: readonly number[];
}

interface Hours {
  readonly start: number;
  readonly end: number;
}

interface RoomTally {
  days: number;
  readonly late: number[];
  idle: number;
  readonly gaps: number[];
  readonly overrun: number[];
  worked: number;
  withPatients: number;
  readonly consultations: number[];
}

const newTally = (): RoomTally => ({
  ...{ days: 0, late: [], idle: 0, gaps: [], overrun: [] },
  ...{ worked: 0, withPatients: 0, consultations: [] },
});

const cellOf: Readonly<Partial<Record<FigureName, (tally: RoomTally) => number | null>>> = {
  days: ({ days }) => days,
  firstCallLateMedian: ({ late }) => medianOf(late),
  idleMinutes: ({ idle }) => idle,
  gapMedian: ({ gaps }) => medianOf(gaps),
  overrunMedian: ({ overrun }) => medianOf(overrun),
  hoursWorked: ({ worked }) => worked / 60,
  hoursWithPatients: ({ withPatients }) => withPatients / 60,
  consultationMedian: ({ consultations }) => medianOf(consultations),
};

function addTo(tally: RoomTally, day: RoomDay): void {
  tally.days += 1;
  if (!Number.isNaN(day.late)) tally.late.push(day.late);
  if (!Number.isNaN(day.overrun)) tally.overrun.push(day.overrun);
  tally.idle += day.idle;
  tally.worked += day.worked;
  tally.withPatients += day.withPatients;
  for (const gap of day.gaps) tally.gaps.push(gap);
  for (const one of day.consultations) tally.consultations.push(one);
}

/** Rooms and people who work in them: day by day of each doctor. Sources and hours are not asked for: a room is one. */
export const roomCounter: Counter = (counting, tables) => {
  const { source, wish, period, days, groups } = counting;
  const around = { days, groups, wordOf: source.wordOf };
  const counted = tables.map(({ by, figures }) => ({
    rows: rowsOf(by, around),
    figures,
    tallies: new Map<number, RoomTally>(),
  }));
  const printed = printedHours(counting);
  let visits = 0;
  let book: Visit[] = [];
  const finish = (): void => {
    const [first] = book;
    const day = first && roomDayOf(book, printed.get(`${first.day} ${first.doctor}`), days);
    book = [];
    if (!first || !day) return;
    for (const { rows, tallies } of counted) {
      const place = rows.placeOf(first, noFacts, 0);
      const tally = tallies.get(place) ?? newTally();
      tallies.set(place, tally);
      addTo(tally, day);
    }
  };
  source.visits(period, wish.doctorIds ? { doctorIds: wish.doctorIds } : {}, (visit) => {
    visits += 1;
    const [first] = book;
    if (first && (first.day !== visit.day || first.doctor !== visit.doctor)) finish();
    book.push(visit);
  });
  finish();
  const cells = (figures: readonly FigureName[], tally: RoomTally): (number | null)[] =>
    figures.map((name) => cellOf[name]?.(tally) ?? null);
  return {
    visits,
    tables: counted.map(({ rows, figures, tallies }) => ({
      rows,
      seen: new Map([...tallies].map(([place, tally]) => [place, cells(figures, tally)])),
      empty: cells(figures, newTally()),
    })),
  };
};

const noFacts = { mask: 0, wait: 0, stay: 0, error: 0, early: 0, consultation: 0 };

/** From the printed start of the first open slot to the printed end of the last, by day and doctor. */
function printedHours({ source, period }: Counting): ReadonlyMap<string, Hours> {
  const rows = source.database
    .prepare(
      `SELECT words.id AS doctor, service_day, min(start_minute) AS start, max(end_minute) AS end
       FROM doctors CROSS JOIN slots ON slots.doctor_id = doctors.id JOIN words ON words.word = doctors.id
       WHERE service_day BETWEEN ? AND ? AND status = 'open' GROUP BY doctors.id, service_day`,
    )
    .all(period.from, period.to) as ({ doctor: number; service_day: string } & Hours)[];
  return new Map(rows.map((row) => [`${dayNumber(row.service_day)} ${row.doctor}`, row]));
}

type Stretch = readonly [Instant, Instant];

/** Undefined: nobody was called or seen on that day. */
function roomDayOf(book: readonly Visit[], hours: Hours | undefined, days: Days): RoomDay | undefined {
  const [{ day }] = book as [Visit];
  const called = book.flatMap(({ calledAt, startedAt }) => calledAt ?? startedAt ?? []);
  if (called.length === 0) return undefined;
  const firstCall = called.reduce((one, other) => Math.min(one, other));
  const consultations = book
    .flatMap((visit) => {
      const one = consultationOf(visit);
      return one ? [one] : [];
    })
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const start = hours && days.instantOf(day, hours.start);
  const end = hours && days.instantOf(day, hours.end);
  const gaps: Stretch[] = [];
  let until: Instant | undefined;
  let busy = 0;
  for (const [from, to] of consultations) {
    if (until !== undefined && from >= until) gaps.push([until, from]);
    busy += Math.max(0, to - Math.max(from, until ?? from));
    until = Math.max(until ?? to, to);
  }
  const first = consultations[0]?.[0];
  const before: Stretch[] =
    start !== undefined && first !== undefined && first > start ? [[start, first]] : [];
  return {
    late: start === undefined ? Number.NaN : (firstCall - start) / MINUTE,
    idle: overlap([...before, ...gaps], waitingOf(book, days)) / MINUTE,
    gaps: gaps.map(([from, to]) => (to - from) / MINUTE),
    overrun: end === undefined || until === undefined ? Number.NaN : (until - end) / MINUTE,
    worked: first === undefined || until === undefined ? 0 : (until - first) / MINUTE,
    withPatients: busy / MINUTE,
    consultations: book.flatMap((visit) => {
      const one = visit.startedAt === null ? null : consultationOf(visit);
      return one ? [(one[1] - one[0]) / MINUTE] : [];
    }),
  };
}

/** When anybody waited: each from when they were due until the call, or until they were there no more; put together. */
function waitingOf(book: readonly Visit[], days: Days): Stretch[] {
  const each = book.flatMap((visit): Stretch[] => {
    const due = dueOf(visit, days);
    const until = visit.calledAt ?? visit.startedAt ?? visit.endedAt;
    return due !== null && until !== null && until > due ? [[due, until]] : [];
  });
  const whole: Stretch[] = [];
  for (const [from, to] of each.sort((one, other) => one[0] - other[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], to)];
    else whole.push([from, to]);
  }
  return whole;
}

/** Both in order, neither overlapping itself. */
function overlap(some: readonly Stretch[], others: readonly Stretch[]): number {
  let sum = 0;
  let index = 0;
  for (const [from, to] of some) {
    while (index < others.length && (others[index] as Stretch)[1] <= from) index += 1;
    for (let next = index; next < others.length; next += 1) {
      const [start, end] = others[next] as Stretch;
      if (start >= to) break;
      sum += Math.min(to, end) - Math.max(from, start);
    }
  }
  return sum;
}
