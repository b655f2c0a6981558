import type { PatientId } from '../../../shared/model/ids';
import { contactEnd, type OfPatient, patientKey } from '../../../shared/model/patient';
import {
  isCalled,
  newPatient,
  type OnCard,
  type RegisteredPatient,
} from '../../../shared/model/registered-patient';
import type { Instant } from '../../../shared/model/time';
import { areAlike } from '../../../shared/names/alike';
import { fail, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import { standingAmong } from '../run/standing';

type Register = Pick<
  Reading,
  'patient' | 'patientsNearContact' | 'patientsOfNumber' | 'nextPatientId' | 'settings'
>;
type Said = Pick<OfPatient, 'patientName' | 'patientContact'> & {
  /** Of a card that was shown; it counts for whoever is new. */
  readonly birth?: string | null | undefined;
  /** The rest of it. */
  readonly card?: OnCard | undefined;
  /** Whoever has its numbers is known by them: staff have seen it. Else they are kept with whoever is new if nobody has them. */
  readonly isCardSeen?: boolean;
};

/** Finds and adds patients while one command is decided, which may be about several. */
export interface Registrar {
  /** Whoever has this contact and this name, else a number of the card, or somebody new; null: without either nobody is known. */
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

  const standing = (id: PatientId): RegisteredPatient | undefined => standingAmong(id, register.patient);

  /** Whoever has the first of these numbers that anybody has; nobody, where it is not one patient alone. */
  function bearerOf(numbers: OnCard['identifiers']): RegisteredPatient | undefined {
    for (const number of numbers) {
      const rows = register.patientsOfNumber(number).map((row) => standing(row.id) ?? row);
      if (new Set(rows.map(({ id }) => id)).size > 1) return undefined;
      if (rows[0]) return rows[0];
    }
    return undefined;
  }

  /** Without the numbers that somebody has: nobody is told whose they are, and nobody shares them unseen. */
  function unclaimed(card: OnCard | undefined): OnCard | undefined {
    const isFree = (number: OnCard['identifiers'][number]): boolean =>
      register.patientsOfNumber(number).length === 0;
    return card && { ...card, identifiers: card.identifiers.filter(isFree) };
  }

  function whoIs(said: Said): RegisteredPatient | null {
    const { patientName, patientContact, isCardSeen = false } = said;
    const card = isCardSeen ? said.card : unclaimed(said.card);
    const numbers = card?.identifiers ?? [];
    const isUnknown = contactEnd(patientContact) === '';
    if (isUnknown && numbers.length === 0) return null;
    const known = isUnknown ? [] : [...register.patientsNearContact(patientContact), ...added];
    const found = known.find((one) => isCalled(one, patientName, patientContact, country));
    const bearer = found ?? (isCardSeen ? bearerOf(numbers) : undefined);
    if (bearer) return bearer.mergedInto === null ? bearer : (standing(bearer.mergedInto) ?? bearer);
    const id = (register.nextPatientId() + added.length) as PatientId;
    const patient = newPatient(id, { ...said, card }, now);
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
      if (isSame) return undefined;
      if (said.patientContact !== '') return whoIs(said);
      // Without a contact nobody is known by a name; but for another spelling of it.
      return areAlike(token.patientName, said.patientName) ? undefined : null;
    },
  };
}

export function noPatient(patientId?: PatientId): Result<never> {
  return fail('NOT_FOUND', 'There is no such patient.', patientId === undefined ? {} : { patientId });
}
