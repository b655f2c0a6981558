import type { LiveDoctor, LiveView } from '../../../shared/model/live';
import type { Call } from '../call';
import { type Lasting, whileNothingIsWritten } from '../run/kept';
import { printersStatus } from '../slips/printer-health';
import { devicesNow } from './devices';
import { daysNow, endsOf, waitsOf } from './doctors';

/** The morning as it is now. Nothing of it is worked out while nobody looks. */
export async function viewLive(call: Call): Promise<LiveView> {
  const { environment, settings, now, today } = call;
  const { clinicName, timeZone } = settings.clinic;
  const { doctors } = await keptDoctors(call, 'all', () => doctorsNow(call));
  return {
    clinicName,
    timeZone,
    now,
    serviceDay: today,
    doctors: [...doctors],
    status: await printersStatus(call),
    devices: await devicesNow(call),
    freeBytes: environment.freeBytes?.() ?? null,
  };
}

interface Doctors {
  readonly doctors: readonly LiveDoctor[];
}

const keptDoctors = whileNothingIsWritten<Doctors>();

/** However many look: once a change, and once a minute. */
async function doctorsNow(call: Call): Promise<Lasting<Doctors>> {
  const doctors: LiveDoctor[] = [];
  let until = Infinity;
  for (const day of await daysNow(call)) {
    const waits = await waitsOf(day);
    const { active: _, ...doctor } = day.doctor;
    doctors.push({ doctor, ...waits.value, ...endsOf(call, day) });
    until = Math.min(until, waits.until);
  }
  return { value: { doctors }, until };
}
