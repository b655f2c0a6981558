import type Database from 'better-sqlite3';
import type { ReportFilter } from '../../shared/model/report';
import type { ReadPeriod } from '../app/outside/reading-room';
import { dayNumber, sourceCode } from '../store/visit-codes';
import { type Visit, visitColumns, visitOf } from './visit';

/** Days read in one piece: some tens of thousands of tokens of a hospital. Between two of them it can be stopped. */
const PIECE_DAYS = 8;

/** Whoever asked does not want it any more. */
export class Stopped extends Error {}

export interface Follower {
  /** Of all that is read. */
  progress(part: number): void;
  isStopped(): boolean;
}

/** The database as reports read it. */
export interface VisitSource {
  readonly database: Database.Database;
  wordOf(number: number): string;
  /** Those that the filter lets through, but for its hours, in the order of days. Throws {@link Stopped}. */
  visits(period: ReadPeriod, filter: ReportFilter, each: (visit: Visit) => void): void;
  /** Of days by their numbers, and with a condition of its own. */
  visitsOf(
    days: { readonly from: number; readonly to: number },
    filter: ReportFilter,
    each: (visit: Visit) => void,
    condition?: string,
  ): void;
  /** `doctor IN (…)` and `source IN (…)`, as far as they are asked for. */
  conditionOf(filter: ReportFilter): string;
}

export function sourceOn(database: Database.Database, follower: Follower, expectedDays: number): VisitSource {
  const words = new Map<number, string>();
  const byNumber = database.prepare('SELECT word FROM words WHERE id = ?').pluck();
  const byWord = database.prepare('SELECT id FROM words WHERE word = ?').pluck();
  let read = 0;

  function wordOf(number: number): string {
    const known = words.get(number) ?? String(byNumber.get(number) ?? '');
    words.set(number, known);
    return known;
  }

  function conditionOf({ doctorIds, sources }: ReportFilter): string {
    const doctors = doctorIds?.map((id) => Number(byWord.get(id) ?? 0));
    return [
      ...(doctors ? [`AND doctor IN (${doctors.join(', ')})`] : []),
      ...(sources ? [`AND source IN (${sources.map(sourceCode).join(', ')})`] : []),
    ].join(' ');
  }

  function visitsOf(
    { from, to }: { readonly from: number; readonly to: number },
    filter: ReportFilter,
    each: (visit: Visit) => void,
    condition = '',
  ): void {
    const statement = database
      .prepare(
        `SELECT ${visitColumns} FROM visits WHERE day BETWEEN ? AND ? ${conditionOf(filter)} ${condition}
         ORDER BY day, doctor, series, sequence`,
      )
      .raw();
    for (let day = from; day <= to; day += PIECE_DAYS) {
      if (follower.isStopped()) throw new Stopped();
      const last = Math.min(to, day + PIECE_DAYS - 1);
      for (const row of statement.all(day, last) as (number | null)[][]) each(visitOf(row));
      read += last - day + 1;
      follower.progress(Math.min(1, read / Math.max(1, expectedDays)));
    }
  }

  return {
    database,
    wordOf,
    conditionOf,
    visitsOf,
    visits: ({ from, to }, filter, each) =>
      visitsOf({ from: dayNumber(from), to: dayNumber(to) }, filter, each),
  };
}
