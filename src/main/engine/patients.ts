import type { PatientId } from '../../shared/model/ids';
import {
  isSamePatient,
  type OfPatient,
  patientContactSchema,
  patientNameSchema,
} from '../../shared/model/patient';
import { isOpen, type Source, sourceSchema, type Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { checked } from './check';
import type { Context } from './context';
import type { Warning } from './decide';
import type { Draft } from './draft';

/** Who the token is for. */
export interface Patient {
  readonly source: Source;
  readonly patientName: string;
  readonly patientContact: string;
  /** Who that is in the register; undefined: nobody known. */
  readonly patientId?: PatientId | null | undefined;
}

/** The token of a patient. */
type Named = Patient & OfPatient & Pick<Token, 'id'>;

/** The patient's particulars, cleaned (cleaning twice changes nothing); INVALID_INPUT names the field. */
export function checkPatient(patient: Patient): Result<Patient & OfPatient> {
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
    patientId: patient.patientId ?? null,
  });
}

/** R17: refuses a second open token of the same patient; for emergencies and empty contacts only warns. */
export function checkDuplicate(
  draft: Draft,
  patient: Named,
  allowDuplicate = false,
): Result<readonly Warning[]> {
  const twin = twinOf(draft, patient);
  if (!twin || allowDuplicate || isOnlySaid(patient)) return ok(warningsOf(patient, twin));
  return fail('DUPLICATE_TOKEN', `This patient already has token ${twin.number} with this doctor.`, {
    rule: 'R17',
    tokenId: twin.id,
    number: twin.number,
  });
}

/** R17: what to say about a patient's token without refusing it. */
export function warningsFor(draft: Draft, patient: Named): readonly Warning[] {
  return warningsOf(patient, twinOf(draft, patient));
}

function warningsOf({ patientContact }: Named, twin: Token | undefined): readonly Warning[] {
  const warnings: Warning[] = patientContact === '' ? ['no_contact'] : [];
  return twin ? [...warnings, 'same_patient_has_token'] : warnings;
}

/** R17: another open token of the same patient. */
function twinOf(draft: Draft, patient: OfPatient & Pick<Token, 'id'>): Token | undefined {
  return draft.tokens
    .near(patient)
    .find(
      (token) =>
        isOpen(token) && token.id !== patient.id && isSamePatient(token, patient, draft.context.country),
    );
}

/** R17: whose a token is once it is open again: its row may have been merged since then, and an open one is of the row that stands. */
export function ofStanding<T extends OfPatient>(patient: T, { standing }: Context): T {
  const { patientId } = patient;
  return standing && patientId !== null ? { ...patient, patientId: standing(patientId) } : patient;
}

/** R17: a second one of these is not refused. By a name alone nobody is known again. */
export function isOnlySaid({
  source,
  patientContact,
  patientId,
}: Pick<Token, 'source'> & OfPatient): boolean {
  return source === 'emergency' || (patientContact === '' && patientId === null);
}
