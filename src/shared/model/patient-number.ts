import { foldTight } from './fold';
import type { PatientFacts } from './registered-patient';

/** A number that somebody is known by: of the clinic's own series (`clinic`), or of another system, such as `abha`. */
export interface PatientNumber {
  readonly system: string;
  readonly value: string;
}

/** What cards of the Ayushman Bharat Health Account say: the number, and the address. */
export const ABHA = 'abha';
export const ABHA_ADDRESS = 'abha-address';

/** No identifier's: those begin with a letter. */
const CLINIC = '#';

export const clinicNumberOf = (value: string): PatientNumber => ({ system: CLINIC, value });

/** As numbers are compared: `op 77` is OP-77. In an address the dots make a difference. Empty: there is no number. */
export function numberKey({ system, value }: PatientNumber): string {
  const key = value.includes('@') ? value.trim().toLowerCase() : foldTight(value);
  return key === '' ? '' : `${system} ${key}`;
}

/** All that a patient is known by, as it is compared. */
export function numberKeysOf({
  clinicNumber,
  identifiers,
}: Pick<PatientFacts, 'clinicNumber' | 'identifiers'>): ReadonlySet<string> {
  const keys = [clinicNumberOf(clinicNumber), ...identifiers].map(numberKey);
  return new Set(keys.filter((key) => key !== ''));
}
