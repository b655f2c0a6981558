import type { CallOutput, CheckedInput } from '../../../../shared/contract';
import { newDoctor } from '../../../../shared/model/doctor';
import { alwaysHolds, type DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import { doctorIdSchema } from '../../../../shared/model/ids';
import { ok, type Result } from '../../../../shared/result';
import type { Call } from '../../call';
import { writeExport } from '../../outside/exports';
import { fileTime } from '../../time/calendar';
import { withSchedule } from '../save';
import type { HeaderLanguage } from './columns';
import { writeDoctorFile } from './write';

/** Everybody who works here, and their weeks, as `doctors.importCsv` reads them; or an example of such a file. */
export async function exportDoctors(
  call: Call,
  { language = 'en', example = false }: CheckedInput<'doctors.exportCsv'>,
): Promise<Result<CallOutput<'doctors.exportCsv'>>> {
  const { environment, now, settings } = call;
  if (example) {
    const fileName = language === 'hi' ? 'doctors-example-hindi.csv' : 'doctors-example.csv';
    return ok({ fileName, text: writeDoctorFile([exampleOf(language)], language), doctors: 1 });
  }
  const active = (await environment.store.doctors()).filter((doctor) => doctor.active);
  const doctors = await Promise.all(active.map((doctor) => withSchedule(call, doctor)));
  const fileName = `doctors-${fileTime(now, settings.clinic.timeZone)}.csv`;
  return ok({ fileName, text: writeDoctorFile(doctors, language), doctors: doctors.length });
}

/** The same into the folder for exports. Errors: UNAVAILABLE it could not be written. */
export async function saveDoctorFile(
  call: Call,
  input: CheckedInput<'doctors.saveCsv'>,
): Promise<Result<CallOutput<'doctors.saveCsv'>>> {
  const file = await exportDoctors(call, input);
  if (!file.ok) return file;
  const path = await writeExport(call.environment, file.value.fileName, [file.value.text]);
  return path.ok ? ok({ path: path.value, doctors: file.value.doctors }) : path;
}

/** A doctor with mornings on weekdays, and on Saturdays a shorter session with emergency seats. */
function exampleOf(language: HeaderLanguage): DoctorSchedule {
  const morning = { startMinute: 9 * 60, endMinute: 13 * 60, slotMinutes: 60, capacity: 10, ...alwaysHolds };
  const short = { ...morning, endMinute: 11 * 60, emergencySeats: { seats: 2 } };
  const isHindi = language === 'hi';
  return {
    ...newDoctor,
    id: doctorIdSchema.parse('00000000-0000-4000-8000-000000000000'),
    name: isHindi ? 'डॉ अनिता राव' : 'Dr Anita Rao',
    nameIn: isHindi ? { en: 'Dr Anita Rao' } : { hi: 'डॉ अनिता राव' },
    specialization: isHindi ? 'सामान्य रोग' : 'General medicine',
    room: '1',
    prefix: 'A',
    minutesPerPatient: 6,
    schedule: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...(weekday === 6 ? short : morning) })),
  };
}
