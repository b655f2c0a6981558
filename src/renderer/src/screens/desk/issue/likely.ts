import { cleanText, fold, hasLetterOrDigit } from '../../../../../shared/model/fold';
import type { KnownPatient } from '../../../../../shared/model/known-patient';
import { nameKey, whoseContact } from '../../../../../shared/model/patient';
import type { FoundPatientRow } from '../../../../../shared/model/patient-page';
import { areAlike } from '../../../../../shared/names/alike';
import { knownOf } from '../../../stores/deskDraft';
import type { Draft } from '../../../stores/draft';
import { isWholePhone } from './check';

/** As much of a row of the register as is needed to say and to take it. */
export type LikelyPatient = Pick<
  KnownPatient,
  'patientId' | 'patientName' | 'patientContact' | 'lastDay' | 'lastDoctorId'
>;

/** Who is meant, maybe; or whose phone it is, where nobody on it has a name like this one. */
export type Likely =
  | { readonly kind: 'same'; readonly patient: LikelyPatient }
  | { readonly kind: 'new'; readonly owner: string; readonly others: number };

type Said = Pick<Draft, 'name' | 'phone' | 'known'>;

/** What is looked for in the register by name alone: of whom there is no phone, and who was not taken from there. */
export function soughtByName(said: Said): string | null {
  const name = cleanText(said.name);
  return said.phone.trim() === '' && knownOf(said) === null && hasLetterOrDigit(name) ? name : null;
}

/** @param found by the name, where there is no phone */
export function likelyOf(
  said: Said,
  known: readonly KnownPatient[],
  found: readonly FoundPatientRow[],
  country: string,
): Likely | null {
  const name = cleanText(said.name);
  if (knownOf(said) !== null || !hasLetterOrDigit(name)) return null;
  if (said.phone.trim() === '') {
    const namesake = found.find((row) => wordsOf(row.name) === wordsOf(name) && areAlike(row.name, name));
    return namesake === undefined ? null : { kind: 'same', patient: likelyPatient(namesake) };
  }
  if (!isWholePhone(said.phone)) return null;
  const contact = whoseContact(said.phone, country);
  const owners = known.filter(({ patientContact }) => whoseContact(patientContact, country) === contact);
  // The very name: the token will be theirs by itself (R17).
  if (owners.some(({ patientName }) => nameKey(patientName) === nameKey(name))) return null;
  const patient = owners.find(({ patientName }) => areAlike(patientName, name) || isBegun(patientName, name));
  if (patient !== undefined) return { kind: 'same', patient };
  const [first, ...others] = owners;
  return first === undefined ? null : { kind: 'new', owner: first.patientName, others: others.length };
}

const wordsOf = (name: string): number => fold(name).split(' ').length;

function isBegun(known: string, typed: string): boolean {
  return ` ${fold(known)}`.includes(` ${fold(typed)}`);
}

function likelyPatient({
  patientId,
  name,
  contacts: [patientContact = ''],
  lastDay,
  lastDoctorId,
}: FoundPatientRow): LikelyPatient {
  return { patientId, patientName: name, patientContact, lastDay, lastDoctorId };
}
