import { contactEnd, patientContactSchema, patientKey, patientNameSchema } from '../../shared/model/patient';
import { isOpen, type Source, sourceSchema, type Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { checked } from './check';
import type { Warning } from './decide';
import type { Draft } from './draft';

/** Who the token is for. */
export interface Patient {
  readonly source: Source;
  readonly patientName: string;
  readonly patientContact: string;
}

/** The patient's particulars, cleaned (cleaning twice changes nothing); INVALID_INPUT names the field. */
export function checkPatient(patient: Patient): Result<Patient> {
  const source = checked(sourceSchema, patient.source, 'source');
  if (!source.ok) return source;
  const patientName = checked(patientNameSchema, patient.patientName, 'patientName');
  if (!patientName.ok) return patientName;
  const patientContact = checked(patientContactSchema, patient.patientContact, 'patientContact');
  if (!patientContact.ok) return patientContact;
  return ok({
    source: source.value,
    patientName: patientName.value,
    patientContact: patientContact.value,
  });
}

/** R17: refuses a second open token of the same patient; for emergencies and empty contacts only warns. */
export function checkDuplicate(
  draft: Draft,
  patient: Patient & Pick<Token, 'id'>,
  allowDuplicate = false,
): Result<readonly Warning[]> {
  const twin = twinOf(draft, patient);
  const onlyWarn = patient.source === 'emergency' || patient.patientContact === '' || allowDuplicate;
  if (!twin || onlyWarn) return ok(warningsFor(draft, patient));
  return fail('DUPLICATE_TOKEN', `This patient already has token ${twin.number} with this doctor.`, {
    rule: 'R17',
    tokenId: twin.id,
    number: twin.number,
  });
}

/** R17: what to say about a patient's token without refusing it. */
export function warningsFor(draft: Draft, patient: Patient & Pick<Token, 'id'>): readonly Warning[] {
  const warnings: Warning[] = patient.patientContact === '' ? ['no_contact'] : [];
  return twinOf(draft, patient) ? [...warnings, 'same_patient_has_token'] : warnings;
}

/** R17: another open token of the same patient. Contacts, kept clean, are compared first: names cost more. */
function twinOf(
  draft: Draft,
  patient: Pick<Token, 'id' | 'patientName' | 'patientContact'>,
): Token | undefined {
  const { country } = draft.context;
  const key = patientKey(patient.patientName, patient.patientContact, country);
  return draft.tokens
    .ofContact(contactEnd(patient.patientContact))
    .find(
      (token) =>
        isOpen(token) &&
        token.id !== patient.id &&
        patientKey(token.patientName, token.patientContact, country) === key,
    );
}
