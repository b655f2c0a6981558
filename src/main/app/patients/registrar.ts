import type { PatientId } from '../../../shared/model/ids';
import { contactEnd, type OfPatient, patientKey } from '../../../shared/model/patient';
import { isCalled, newPatient, type RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Instant } from '../../../shared/model/time';
import { fail, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';

type Register = Pick<Reading, 'patient' | 'patientsNearContact' | 'nextPatientId' | 'settings'>;
type Said = Pick<OfPatient, 'patientName' | 'patientContact'> & {
  /** Of a card that was shown; it counts for whoever is new. */
  readonly birth?: string | null | undefined;
};

/** Finds and adds patients while one command is decided, which may be about several. */
export interface Registrar {
  /** Whoever has this contact and this name, or somebody new; null: without a contact nobody is known. */
  whoIs(said: Said): RegisteredPatient | null;
  /** The row that stands for this one; undefined: there is none. */
  standing(id: PatientId): RegisteredPatient | undefined;
  /** R16: whose the token is, now that it says so; undefined: whose it was. */
  whoIsNow(token: OfPatient, said: Said): RegisteredPatient | null | undefined;
  /** Whoever is new. */
  readonly added: readonly RegisteredPatient[];
}

/** What the register says as it is read here, and whom it lacks. */
export function registrar(register: Register, now: Instant): Registrar {
  const added: RegisteredPatient[] = [];
  const { country } = register.settings.clinic;

  function standing(id: PatientId): RegisteredPatient | undefined {
    const patient = register.patient(id);
    return patient?.mergedInto ? standing(patient.mergedInto) : patient;
  }

  function whoIs(said: Said): RegisteredPatient | null {
    const { patientName, patientContact } = said;
    if (contactEnd(patientContact) === '') return null;
    const known = [...register.patientsNearContact(patientContact), ...added];
    const found = known.find((one) => isCalled(one, patientName, patientContact, country));
    if (found) return found.mergedInto === null ? found : (standing(found.mergedInto) ?? found);
    const id = (register.nextPatientId() + added.length) as PatientId;
    const patient = newPatient(id, said, now);
    added.push(patient);
    return patient;
  }

  return {
    added,
    whoIs,
    standing,
    whoIsNow(token, said) {
      const keyOf = (one: Said): string => patientKey(one.patientName, one.patientContact, country);
      const isSame = keyOf(token) === keyOf(said);
      return isSame || said.patientContact === '' ? undefined : whoIs(said);
    },
  };
}

export function noPatient(patientId?: PatientId): Result<never> {
  return fail('NOT_FOUND', 'There is no such patient.', patientId === undefined ? {} : { patientId });
}
