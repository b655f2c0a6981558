import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { openClinic, type TestClinic } from './clinic';

export interface CountedClinic extends TestClinic {
  /** How many rows were ever written, changed or deleted. */
  changes(): number;
}

/** A clinic that knows whether anything was written. */
export async function openCountedClinic(time?: number): Promise<CountedClinic> {
  const database = openDatabase({ path: ':memory:' });
  const store = sqliteStore(database, { calendar, newDay });
  const clinic = await openClinic({ store, ...(time !== undefined && { time }) });
  const changes = () => Number(database.prepare('SELECT total_changes()').pluck().get());
  return { ...clinic, changes };
}
