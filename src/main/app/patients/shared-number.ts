import type { PatientId } from '../../../shared/model/ids';
import { clinicNumberOf } from '../../../shared/model/patient-number';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { refused } from '../../../shared/refusals';
import type { Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import type { Registrar } from './registrar';

/**
 * Refuses to take rows apart that have a clinic number in common with any that would stay: it would be two patients'. Undefined: they
 * have none.
 * @param leaving all that would be another patient
 */
export function refuseSharedNumber(
  own: RegisteredPatient,
  leaving: ReadonlySet<PatientId>,
  register: Pick<Registrar, 'standing'>,
  { patient, patientsOfNumber }: Pick<Reading, 'patient' | 'patientsOfNumber'>,
): Result<never> | undefined {
  for (const id of leaving) {
    const number = patient(id)?.clinicNumber ?? '';
    const stays = patientsOfNumber(clinicNumberOf(number)).find(
      (row) => !leaving.has(row.id) && register.standing(row.id)?.id === own.id,
    );
    if (!stays) continue;
    const reason = stays.id === own.id ? 'clinic_number_of_both' : 'clinic_number_of_merged';
    return refused('CONFLICT', reason, { number, name: stays.name });
  }
  return undefined;
}
