import type { doctorAdminCalls } from '../../shared/contract/doctor-admin';
import { ok } from '../../shared/result';
import { addSlotTo, listSlots, updateSlot } from './day-slots';
import { saveDoctor, withSchedule } from './doctor-admin';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

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
