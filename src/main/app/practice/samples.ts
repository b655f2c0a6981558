import { type Doctor, doctorSchema, newDoctor } from '../../../shared/model/doctor';
import { alwaysHolds, type ScheduleLine } from '../../../shared/model/doctor-schedule';
import type { Settings } from '../../../shared/model/settings';
import { serviceDaySchema } from '../../../shared/model/time';
import { ok } from '../../../shared/result';
import { type Store, UnavailableError } from '../../store/store';

const NO_DAY = serviceDaySchema.parse('1970-01-01');

const everyMorning: readonly ScheduleLine[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 9 * 60,
  endMinute: 13 * 60,
  slotMinutes: 60,
  capacity: 6,
  ...alwaysHolds,
}));

const sampleDoctors: readonly Doctor[] = [
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a01', 'Dr Anjali Rao', 'General medicine', '1', 'A'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a02', 'Dr Imran Qureshi', 'Paediatrics', '2', 'B'],
  ['6f1f2d0a-3c64-4a52-9f2e-0a6d6f0b7a03', 'Dr Meena Subramanian', 'Orthopaedics', '3', 'C'],
].map(([id, name, specialization, room, prefix]) =>
  doctorSchema.parse({ ...newDoctor, id, name, specialization, room, prefix }),
);

/**
 * A made-up clinic of three doctors with slots 9–10 … 12–13 every day, all of it or nothing; nothing, where there are
 * doctors already. Throws {@link UnavailableError} where it cannot be written.
 */
export async function fillWithSamples(store: Store, clinic: Partial<Settings['clinic']> = {}): Promise<void> {
  if ((await store.doctors()).length > 0) return;
  const before = await store.settings();
  const settings = { ...before, clinic: { ...before.clinic, clinicName: 'Lotus Clinic', ...clinic } };
  const doctors = sampleDoctors.map((doctor) => ({ doctor, schedule: everyMorning }));
  // No book is touched: the moment is of no consequence.
  const filled = await store.transact({ books: [], today: NO_DAY, now: 0 }, () =>
    ok({ books: [], settings, doctors, answer: null }),
  );
  if (!filled.ok) throw new UnavailableError(filled.error, undefined);
}
