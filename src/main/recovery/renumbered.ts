import type Database from 'better-sqlite3';
import { patients } from '../store/sqlite/migrations/0026-patients';
import { hasRegister, highestPatientNumber } from '../store/sqlite/patient-series';

/** Whether a copy was made before there was a register: its patients were only numbered as it was brought up to date. */
export const wasWithoutRegister = (schemaVersion: number): boolean => schemaVersion < patients.version;

/**
 * Gives the patients of a copy that had no register the numbers that the present data gave them, known by their tokens: these are on their
 * cards. Whoever has none there gets one behind all of them.
 */
export function takeNumbersOf(database: Database.Database, present: Database.Database): void {
  if (!hasRegister(present)) return;
  const pointing = 'SELECT id AS tokenId, patient_id AS patientId FROM tokens WHERE patient_id IS NOT NULL';
  const there = new Map(
    present
      .prepare<[], Pointing>(pointing)
      .all()
      .map(({ tokenId, patientId }) => [tokenId, patientId]),
  );
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { tokenId, patientId } of database
    .prepare<[], Pointing>(`${pointing} ORDER BY created_at, id`)
    .all()) {
    const number = there.get(tokenId);
    if (number === undefined || numbers.has(patientId) || taken.has(number)) continue;
    numbers.set(patientId, number);
    taken.add(number);
  }
  let next = Math.max(highestPatientNumber(database), highestPatientNumber(present)) + 1;
  for (const patientId of database.prepare('SELECT id FROM patients').pluck().all().map(Number)) {
    if (!numbers.has(patientId)) numbers.set(patientId, next++);
  }
  if ([...numbers].some(([was, is]) => was !== is)) renumber(database, numbers);
}

interface Pointing {
  readonly tokenId: string;
  readonly patientId: number;
}

/** Nobody of a copy that had no register was merged into anybody. */
function renumber(database: Database.Database, numbers: ReadonlyMap<number, number>): void {
  database.exec('CREATE TEMP TABLE renumbered (was INTEGER PRIMARY KEY, is_now INTEGER NOT NULL UNIQUE)');
  const add = database.prepare('INSERT INTO temp.renumbered (was, is_now) VALUES (?, ?)');
  for (const [was, isNow] of numbers) add.run(was, isNow);
  for (const [table, column] of [
    ['patients', 'id'],
    ['patient_contacts', 'patient_id'],
    ['patient_numbers', 'patient_id'],
    ['tokens', 'patient_id'],
  ] as const) {
    // Below nought no number is in the way of another.
    database.exec(`
      UPDATE ${table} SET ${column} = -(SELECT is_now FROM temp.renumbered WHERE was = ${column})
        WHERE ${column} IS NOT NULL;
      UPDATE ${table} SET ${column} = -${column} WHERE ${column} < 0;`);
  }
  database.exec(`DROP TABLE temp.renumbered;
    INSERT INTO patient_search (patient_search) VALUES ('rebuild');`);
}
