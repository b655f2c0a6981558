import type Database from 'better-sqlite3';
import { RESTORED } from '../../shared/model/finding';
import { raiseNumber } from '../store/sqlite/numbers-given';
import { highestPatientNumber, raisePatientNumbers } from '../store/sqlite/patient-series';
import { lastReceiptIn, raiseReceipts } from '../store/sqlite/receipt-series';

interface Given {
  readonly doctorId: string;
  readonly serviceDay: string;
  readonly series: string;
  readonly sequence: number;
}

/**
 * Notes the numbers that the present data gave, or know of, and the copy does not: they are on slips in people’s hands.
 * Of every day, whatever the computer’s clock shows. Answers whether the present data know them all.
 */
export function keepNumbers(database: Database.Database, present: Database.Database): boolean {
  const known = database.prepare('SELECT count(*) FROM doctors WHERE id = ?').pluck();
  const raise = database.prepare(raiseNumber);
  const here = new Map(highestIn(database).map((row) => [keyOf(row), row.sequence]));
  for (const row of highestIn(present)) {
    if (row.sequence > (here.get(keyOf(row)) ?? 0) && known.get(row.doctorId) === 1) raise.run(row);
  }
  return !isGapOwed(present);
}

/** The register’s series goes on behind all numbers that either of the two gave: they are on patients’ cards. */
export function keepPatientNumbers(database: Database.Database, present: Database.Database | null): void {
  const both = present === null ? [database] : [database, present];
  raisePatientNumbers(database, Math.max(...both.map(highestPatientNumber)));
}

/** The series of receipts goes on behind those that the present data gave: they are in people’s hands. */
export function keepReceipts(database: Database.Database, present: Database.Database): void {
  raiseReceipts(database, lastReceiptIn(present));
}

/** Given, or known to have been given from an earlier going back. */
function highestIn(database: Database.Database): readonly Given[] {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const columns = 'SELECT doctor_id AS doctorId, service_day AS serviceDay, series, sequence FROM';
  // Data of an older version have no such table.
  const lost = tables.includes('numbers_given') ? `UNION ALL ${columns} numbers_given` : '';
  return database
    .prepare<[], Given>(
      `SELECT doctorId, serviceDay, series, max(sequence) AS sequence FROM (${columns} tokens ${lost})
       GROUP BY doctorId, serviceDay, series`,
    )
    .all();
}

const keyOf = ({ doctorId, serviceDay, series }: Given): string => `${doctorId} ${serviceDay} ${series}`;

/** They went back to a copy themselves, could not tell the numbers, and were never opened since. */
function isGapOwed(database: Database.Database): boolean {
  const noted = database.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(RESTORED);
  return typeof noted === 'string' && noted.includes('"numbersKnown":false');
}
