import type { PatientId } from '../../../shared/model/ids';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Store } from '../../store/store';

/** The row that stands for this one, since they turned out to be one person. */
export async function standingFor(
  store: Pick<Store, 'patient'>,
  patient: RegisteredPatient,
): Promise<RegisteredPatient> {
  const into = patient.mergedInto === null ? undefined : await store.patient(patient.mergedInto);
  return into ? standingFor(store, into) : patient;
}

/** The same of a row by its number, while a command is decided; undefined: there is none. */
export function standingAmong(
  id: PatientId,
  rowOf: (id: PatientId) => RegisteredPatient | undefined,
): RegisteredPatient | undefined {
  const row = rowOf(id);
  return row?.mergedInto ? standingAmong(row.mergedInto, rowOf) : row;
}
