import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { RESTORED } from '../../shared/model/finding';
import type { Binding } from '../copies/inspect';
import { raiseNumber } from '../store/sqlite/numbers-given';
import { probe } from '../store/sqlite/probe';

interface Given {
  readonly doctorId: string;
  readonly serviceDay: string;
  readonly series: string;
  readonly sequence: number;
}

interface Present extends Binding {
  /** What is to be put aside. */
  readonly path: string;
  readonly now: Date;
  /** Of the copy. */
  readonly lastEventAt: number | null;
}

/**
 * Numbers given after the copy was made are on slips in people’s hands: they are noted, and never given again. Where
 * the present database cannot tell which ones, that is noted too, and the app leaves a gap.
 */
export function noteRestored(database: Database.Database, present: Present): void {
  const given = numbersGiven(present);
  const known = database.prepare('SELECT count(*) FROM doctors WHERE id = ?').pluck();
  const raise = database.prepare(raiseNumber);
  const note = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  database.transaction(() => {
    for (const row of given ?? []) if (known.get(row.doctorId) === 1) raise.run(row);
    const { lastEventAt } = present;
    note.run(RESTORED, JSON.stringify({ lastEventAt, numbersKnown: given !== null }));
  })();
}

/** Yesterday's book may still be open. */
const DAYS_BACK = 2;

/** The highest numbers of the days that can still get some; null: not all of them can be read. */
function numbersGiven({ path, nativeBinding, now }: Present): readonly Given[] | null {
  if (!existsSync(path) || probe({ path, nativeBinding }).state !== 'fine') return null;
  const options = { readonly: true, fileMustExist: true };
  const database = new Database(path, nativeBinding === undefined ? options : { ...options, nativeBinding });
  try {
    const from = new Date(now.getTime() - DAYS_BACK * 24 * 60 * 60_000).toISOString().slice(0, 10);
    return database
      .prepare<[string], Given>(
        `SELECT doctor_id AS doctorId, service_day AS serviceDay, series, max(sequence) AS sequence FROM tokens
         WHERE service_day >= ? GROUP BY doctor_id, service_day, series`,
      )
      .all(from);
  } finally {
    database.close();
  }
}
