import { type Doctor, doctorSchema } from '../../shared/model/doctor';
import type { Settings } from '../../shared/model/settings';
import type { ScheduleTemplate, Store } from '../store/store';

const everyMorning: readonly ScheduleTemplate[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 9 * 60,
  endMinute: 13 * 60,
  slotMinutes: 60,
  capacity: 6,
}));

const sampleDoctors: readonly Doctor[] = [
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a01', 'Dr Anjali Rao', 'General medicine', '1', 'A'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a02', 'Dr Imran Qureshi', 'Paediatrics', '2', 'B'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a03', 'Dr Meena Subramanian', 'Orthopaedics', '3', 'C'],
].map(([id, name, specialization, room, prefix]) =>
  doctorSchema.parse({ id, name, specialization, room, prefix, active: true }),
);

/** A made-up clinic of three doctors with slots 9–10 … 12–13 every day; nothing, where there are doctors already. */
export async function fillWithSamples(store: Store, clinic: Partial<Settings['clinic']> = {}): Promise<void> {
  if ((await store.doctors()).length > 0) return;
  const settings = await store.settings();
  const named = { ...settings.clinic, clinicName: 'Lotus Clinic', ...clinic };
  await store.saveSettings({ ...settings, clinic: named });
  for (const doctor of sampleDoctors) await store.saveDoctor(doctor, everyMorning);
}
