import type { DeviceRole } from '../../../shared/model/device';
import type { LiveDevice } from '../../../shared/model/live';
import { MINUTE } from '../../../shared/model/time';
import type { Call } from '../call';
import { serviceDayAt } from '../time/calendar';

/** Programs ask when they like, and whoever looks at the live page knows that they do. */
const followed: ReadonlySet<DeviceRole> = new Set(['reception', 'doctor', 'kiosk', 'board']);

/** Devices that were there today, by name, and which of them have gone silent. */
export async function devicesNow({ environment, settings, now, today }: Call): Promise<LiveDevice[]> {
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const isOfToday = (at: number): boolean => serviceDayAt(at, timeZone, dayStartsAtMinute) === today;
  const allowed = settings.alarms.silence.limit * MINUTE;
  return (await environment.store.devices())
    .filter(({ role, revokedAt, lastSeenAt }) => {
      return followed.has(role) && revokedAt === null && lastSeenAt !== null && isOfToday(lastSeenAt);
    })
    .map(({ id, name, role, lastSeenAt }) => ({
      ...{ id, name, role, lastSeenAt },
      silent: lastSeenAt !== null && now - lastSeenAt >= allowed,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
