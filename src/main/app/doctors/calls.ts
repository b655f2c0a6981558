import { ok } from '../../../shared/result';
import { chosenFor } from '../access/shown';
import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { exportDoctors, saveDoctorFile } from './file/export';
import { importDoctors, previewDoctors } from './file/import';
import { readPhoto, setPhoto } from './photo';
import { saveDoctor, withSchedule } from './save';

/** Who works here, and when. */
export const doctorCommands = {
  'doctors.save': saveDoctor,
  'doctors.setPhoto': setPhoto,
  'doctors.importCsv': importDoctors,
} satisfies Commands;

export const doctorQueries: Handlers<
  'doctors.list' | 'doctors.photo' | 'doctors.exportCsv' | 'doctors.saveCsv' | 'doctors.previewCsv'
> = {
  'doctors.list': async (call) => {
    const chosen = chosenFor(call.caller, call.settings);
    const doctors = (await call.environment.store.doctors()).filter(({ id }) => chosen?.has(id) !== false);
    return ok(await Promise.all(doctors.map((doctor) => withSchedule(call, doctor))));
  },
  'doctors.photo': readPhoto,
  'doctors.exportCsv': exportDoctors,
  'doctors.saveCsv': saveDoctorFile,
  'doctors.previewCsv': previewDoctors,
};
