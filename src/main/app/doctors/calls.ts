import type { doctorAdminCalls } from '../../../shared/contract/doctors';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { addSlotTo, listSlots, updateSlot } from '../day/slots';
import type { Environment } from '../environment';
import { saveDoctor, withSchedule } from './save';

/** Who works here, and when. */
export function doctorAdminHandlers(environment: Environment): Handlers<keyof typeof doctorAdminCalls> {
  return {
    'doctors.list': async () => {
      const doctors = await environment.store.doctors();
      return ok(await Promise.all(doctors.map((doctor) => withSchedule(environment, doctor))));
    },
    'doctors.save': (input) => saveDoctor(environment, input),
    'slots.list': ({ doctorId, serviceDay }) => listSlots(environment, doctorId, serviceDay),
    'slots.add': (input) => addSlotTo(environment, input),
    'slots.update': (input) => updateSlot(environment, input),
  };
}
