import type { Doctor } from '../../../shared/model/doctor';
import type { ServiceDay } from '../../../shared/model/time';
import { fail, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';

/** R21: whoever works here, and whoever does not any more but still has patients, today or later. */
export async function doctorsAtWork(store: Store, today: ServiceDay): Promise<readonly Doctor[]> {
  const doctors: Doctor[] = [];
  for (const doctor of await store.doctors()) {
    if (doctor.active || (await store.daysWithOpenTokens(doctor.id, today)).length > 0) doctors.push(doctor);
  }
  return doctors;
}

/** R21: nobody new is sent to a doctor who does not work here any more. Errors: CONFLICT; undefined: it may be done. */
export function refuseRetired(doctor: Doctor | undefined): Result<never> | undefined {
  if (!doctor || doctor.active) return undefined;
  return fail('CONFLICT', `${doctor.name} does not work here any more. Please choose another doctor.`, {
    doctorId: doctor.id,
    active: false,
  });
}
