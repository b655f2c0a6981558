import { ok } from '../../../shared/result';
import { chosenFor } from '../access/shown';
import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { readPhoto, setPhoto } from './photo';
import { saveDoctor, withSchedule } from './save';

/** Who works here, and when. */
export const doctorCommands = { 'doctors.save': saveDoctor, 'doctors.setPhoto': setPhoto } satisfies Commands;

export const doctorQueries: Handlers<'doctors.list' | 'doctors.photo'> = {
  'doctors.list': async (call) => {
    const chosen = chosenFor(call.caller, call.settings);
    const doctors = (await call.environment.store.doctors()).filter(({ id }) => chosen?.has(id) !== false);
    return ok(await Promise.all(doctors.map((doctor) => withSchedule(call, doctor))));
  },
  'doctors.photo': readPhoto,
};
