import type { Settings } from '../../../shared/model/settings';
import type { Instant } from '../../../shared/model/time';
import { hourAt, serviceDayAt } from '../time/calendar';

const HOUR_MS = 60 * 60_000;

/** Hours since the first hour of the day in which copies are made; it may be past midnight. */
const since = (fromHour: number, hour: number): number => (hour - fromHour + 24) % 24;

/** The clinic's hour, by name: whichever clock comes to it again, it is the same hour of the same day. */
export function hourOf(now: Instant, { clinic, backup }: Settings): string {
  const hour = hourAt(now, clinic.timeZone);
  const begun = hour - (since(backup.fromHour, hour) % backup.everyHours);
  return `${serviceDayAt(now, clinic.timeZone, 0)} ${begun}`;
}

/** Whether a copy is made in this hour at all. */
export function isBackupHour(now: Instant, { clinic, backup: { fromHour, toHour } }: Settings): boolean {
  return since(fromHour, hourAt(now, clinic.timeZone)) <= since(fromHour, toHour);
}

/** The next hour, from the one after `now` on, at whose beginning a copy is made if anything has changed. */
export function nextBackupAt(now: Instant, settings: Settings): Instant {
  const { clinic, backup } = settings;
  // Zones are off by quarters of an hour: so far apart hours begin everywhere.
  const QUARTER_MS = HOUR_MS / 4;
  let at = Math.floor(now / QUARTER_MS) * QUARTER_MS + QUARTER_MS;
  const isOne = (moment: Instant): boolean => {
    const hour = hourAt(moment, clinic.timeZone);
    const begins = hourAt(moment - 1, clinic.timeZone) !== hour;
    return begins && isBackupHour(moment, settings) && since(backup.fromHour, hour) % backup.everyHours === 0;
  };
  for (let tries = 0; tries < 4 * 24 * 2 && !isOne(at); tries += 1) at += QUARTER_MS;
  return at;
}
