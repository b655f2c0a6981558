import { join } from 'node:path';
import { fillWithSamples } from '../../src/main/app/practice/samples';
import { calendar, serviceDayAt } from '../../src/main/app/time/calendar';
import { DATABASE } from '../../src/main/data-folder';
import { newDay } from '../../src/main/engine';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { DoctorId } from '../../src/shared/model/ids';
import { zoneInTheMorning } from '../e2e/helpers/clinic';

/** What clients must know of a clinic before they ask for anything. */
export interface KnownClinic {
  readonly doctorIds: readonly DoctorId[];
  readonly today: string;
  readonly tomorrow: string;
}

/** Three doctors in data that have none, somewhere where it is morning by the computer's clock. */
export async function fillClinic(data: string): Promise<KnownClinic> {
  const store = openSqliteStore({ path: join(data, DATABASE), calendar, newDay });
  try {
    const timeZone = zoneInTheMorning();
    await fillWithSamples(store, { timeZone });
    const { dayStartsAtMinute } = (await store.settings()).clinic;
    const doctorIds = (await store.doctors()).map(({ id }) => id);
    const dayAt = (instant: number): string => serviceDayAt(instant, timeZone, dayStartsAtMinute);
    return { doctorIds, today: dayAt(Date.now()), tomorrow: dayAt(Date.now() + 24 * 60 * 60_000) };
  } finally {
    await store.close();
  }
}
