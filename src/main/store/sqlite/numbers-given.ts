import type Database from 'better-sqlite3';
import type { Book, BookKey } from '../../../shared/model/book';
import type { NumberGiven } from '../books';
import { all } from './rows';

export const raiseNumber = `INSERT INTO numbers_given (doctor_id, service_day, series, sequence)
  VALUES (@doctorId, @serviceDay, @series, @sequence)
  ON CONFLICT (doctor_id, service_day, series) DO UPDATE SET sequence = max(sequence, excluded.sequence)`;

/** Numbers on slips that the data have lost. The table is empty in nearly every clinic. */
export function numbersGivenTable(database: Database.Database): {
  /** Nothing, where no number was lost. */
  givenIn(key: BookKey): Pick<Book, 'numbersGiven'>;
  raise(given: readonly NumberGiven[]): void;
} {
  const find = database.prepare(
    'SELECT series, sequence FROM numbers_given WHERE doctor_id = ? AND service_day = ?',
  );
  const upsert = database.prepare(raiseNumber);
  return {
    raise: database.transaction((given: readonly NumberGiven[]) => {
      for (const one of given) upsert.run(one);
    }),
    givenIn({ doctorId, serviceDay }) {
      const rows = all(find, doctorId, serviceDay);
      if (rows.length === 0) return {};
      const of = (series: string): number => Number(rows.find((row) => row.series === series)?.sequence ?? 0);
      return { numbersGiven: { main: of('main'), paper: of('paper') } };
    },
  };
}
