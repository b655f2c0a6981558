import { type DoctorId, doctorIdSchema } from '../../../../shared/model/ids';

/*
 * Which doctor a window without one of its own was given: kept in the window itself, so that two windows have two
 * doctors, and as what the next one begins with.
 */
const KEY = 'opd.doctor';

export function chosenDoctor(): DoctorId | null {
  const kept = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  return doctorIdSchema.safeParse(kept).data ?? null;
}

export function chooseDoctor(doctorId: DoctorId): void {
  sessionStorage.setItem(KEY, doctorId);
  localStorage.setItem(KEY, doctorId);
}
