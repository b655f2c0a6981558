import { join } from 'node:path';
import { calendar, serviceDayAt } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { DoctorId } from '../../src/shared/model/ids';

/** What clients must know of a clinic before they ask for anything. */
export interface KnownClinic {
  readonly doctorIds: readonly DoctorId[];
  readonly today: string;
  readonly tomorrow: string;
}

/** Of the clinic in a data folder, as the computer's clock is now. */
export async function clinicOf(data: string): Promise<KnownClinic> {
  const store = openSqliteStore({ path: join(data, 'opd-tokens.db'), calendar, newDay });
  const { timeZone, dayStartsAtMinute } = (await store.settings()).clinic;
  const doctorIds = (await store.doctors()).map(({ id }) => id);
  await store.close();
  const dayAt = (instant: number): string => serviceDayAt(instant, timeZone, dayStartsAtMinute);
  return { doctorIds, today: dayAt(Date.now()), tomorrow: dayAt(Date.now() + 24 * 60 * 60_000) };
}
