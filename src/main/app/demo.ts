import { type Doctor, doctorSchema } from '../../shared/model/doctor';
import type { Instant } from '../../shared/model/time';
import { fail, ok, type Result } from '../../shared/result';
import type { ScheduleTemplate } from '../store/store';
import { calendar } from './calendar';
import { contextNow, type Environment } from './environment';

const everyMorning: readonly ScheduleTemplate[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 9 * 60,
  endMinute: 13 * 60,
  slotMinutes: 60,
  capacity: 6,
}));

const demoDoctors: readonly Doctor[] = [
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a01', 'Dr Anjali Rao', 'General medicine', '1', 'A'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a02', 'Dr Imran Qureshi', 'Paediatrics', '2', 'B'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a03', 'Dr Meena Subramanian', 'Orthopaedics', '3', 'C'],
].map(([id, name, specialization, room, prefix]) =>
  doctorSchema.parse({ id, name, specialization, room, prefix, active: true }),
);

/** Three doctors with slots 9–10 … 12–13, into an empty database only. Errors: CONFLICT if there are doctors. */
export async function loadDemo(environment: Environment): Promise<Result<Record<string, never>>> {
  const { store, publish } = environment;
  if ((await store.doctors()).length > 0) {
    return fail('CONFLICT', 'There are doctors already; demo data would mix with yours.');
  }
  const settings = await store.settings();
  await store.saveSettings({ ...settings, clinic: { ...settings.clinic, clinicName: 'Lotus Clinic' } });
  for (const doctor of demoDoctors) await store.saveDoctor(doctor, everyMorning);
  await store.saveMeta('demo', 'yes');
  await setDemoClock(environment);
  publish({ type: 'everythingChanged' });
  return ok({});
}

export async function isDemo({ store }: Pick<Environment, 'store'>): Promise<boolean> {
  return (await store.meta('demo')) === 'yes';
}

/**
 * Demo slots are in the morning. At any other hour the clock of a demo database is set to 8:45 of the day, or
 * just behind the last thing that happened there, so that there is always something to try.
 */
export async function setDemoClock(environment: Environment): Promise<void> {
  const { store, clock, log } = environment;
  if (!(await isDemo(environment)) || clock.offset !== 0) return;
  const { today, now } = await contextNow(environment);
  const { timeZone } = (await store.settings()).clinic;
  const at = (minute: number): Instant => calendar.instantOf(today, minute, timeZone);
  if (now >= at(8 * 60) && now < at(11 * 60 + 30)) return;
  const last = (await store.lastEventAt()) ?? 0;
  const resumed = last >= at(8 * 60) && last < at(12 * 60 + 30) ? last + 1_000 : 0;
  clock.setTo(Math.max(at(8 * 60 + 45), resumed));
  log.info('demo clock set', new Date(clock.now()).toISOString());
}
