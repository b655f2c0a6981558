import { ABHA, ABHA_ADDRESS } from '../../../../../shared/model/patient-number';
import {
  type Identifier,
  type PatientFacts,
  patientFactsSchema,
  type RegisteredPatient,
} from '../../../../../shared/model/registered-patient';

/** As it is written in the fields. */
export interface FactsDraft extends Omit<PatientFacts, 'birth' | 'precedenceUntil' | 'identifiers'> {
  readonly birth: string;
  readonly precedenceUntil: string;
  readonly abha: string;
  readonly abhaAddress: string;
}

/** Fields that have words of their own for what is wrong. */
export const fieldsWithWords = ['name', 'birth', 'contacts', 'precedenceUntil'] as const;

/** Of the other systems the page shows none: they stay as they are. */
const shown = { abha: ABHA, abhaAddress: ABHA_ADDRESS } as const;

const numberOf = (identifiers: readonly Identifier[], system: string): string =>
  identifiers.find((one) => one.system === system)?.value ?? '';

/** What stands in the fields at first; one more contact than there are can be written. */
export function draftOf(
  patient: RegisteredPatient | null,
  said: { readonly patientName: string; readonly patientContact: string },
): FactsDraft {
  if (patient === null) {
    const nothing = { secondName: '', sex: null, birth: '', address: '', clinicNumber: '', note: '' };
    const noNumbers = { abha: '', abhaAddress: '', precedence: null, precedenceUntil: '' };
    return { ...nothing, ...noNumbers, name: said.patientName, contacts: [said.patientContact] };
  }
  const { birth, precedenceUntil, contacts, identifiers, ...plain } = patient;
  return {
    ...plain,
    birth: birth ?? '',
    precedenceUntil: precedenceUntil ?? '',
    contacts: contacts.length < 3 ? [...contacts, ''] : contacts,
    abha: numberOf(identifiers, shown.abha),
    abhaAddress: numberOf(identifiers, shown.abhaAddress),
  };
}

/** The facts, or the names of the fields that are wrong. */
export function factsOf(
  draft: FactsDraft,
  known: readonly Identifier[],
): { readonly facts: PatientFacts } | { readonly wrong: ReadonlySet<string> } {
  const { abha, abhaAddress, birth, precedenceUntil, contacts, ...plain } = draft;
  const systems: readonly string[] = Object.values(shown);
  const identifiers = [
    ...known.filter(({ system }) => !systems.includes(system)),
    { system: shown.abha, value: abha },
    { system: shown.abhaAddress, value: abhaAddress },
  ].filter(({ value }) => value.trim() !== '');
  const parsed = patientFactsSchema.safeParse({
    ...plain,
    identifiers,
    contacts: contacts.filter((contact) => contact.trim() !== ''),
    birth: birth.trim() || null,
    precedenceUntil: draft.precedence === null ? null : precedenceUntil.trim() || null,
  });
  if (parsed.success) return { facts: parsed.data };
  return { wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) };
}
