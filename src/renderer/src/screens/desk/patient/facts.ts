import { ABHA, ABHA_ADDRESS } from '../../../../../shared/model/patient-number';
import {
  type Identifier,
  type PatientFacts,
  patientFactsSchema,
  type RegisteredPatient,
} from '../../../../../shared/model/registered-patient';
import { readBirth, writtenDay } from './birth';

/** As it is written in the fields. */
export interface FactsDraft extends Omit<PatientFacts, 'birth' | 'precedenceUntil' | 'identifiers'> {
  readonly birth: string;
  readonly precedenceUntil: string;
  readonly abha: string;
  readonly abhaAddress: string;
}

/** Fields that have words of their own for what is wrong. */
export const fieldsWithWords = ['name', 'contacts', 'precedenceUntil'] as const;

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

/** What nobody has changed is what it was, also that it came from a card. */
function kept(known: readonly Identifier[], written: Identifier): Identifier {
  const isWritten = (one: Identifier): boolean =>
    one.system === written.system && one.value === written.value.trim();
  return known.find(isWritten) ?? written;
}

/** Whether the number in this field is as a card said. */
export function isFromCard(draft: FactsDraft, name: string, known: readonly Identifier[]): boolean {
  if (name !== 'abha' && name !== 'abhaAddress') return false;
  return kept(known, { system: shown[name], value: draft[name] }).fromCard === true;
}

/** The facts, or the names of the fields that are wrong. */
export function factsOf(
  draft: FactsDraft,
  known: readonly Identifier[],
  today: string,
): { readonly facts: PatientFacts } | { readonly wrong: ReadonlySet<string> } {
  const { abha, abhaAddress, birth, precedenceUntil, contacts, ...plain } = draft;
  const systems: readonly string[] = Object.values(shown);
  const identifiers = [
    ...known.filter(({ system }) => !systems.includes(system)),
    kept(known, { system: shown.abha, value: abha }),
    kept(known, { system: shown.abhaAddress, value: abhaAddress }),
  ].filter(({ value }) => value.trim() !== '');
  const read = readBirth(birth, today);
  const parsed = patientFactsSchema.safeParse({
    ...plain,
    identifiers,
    contacts: contacts.filter((contact) => contact.trim() !== ''),
    birth: 'birth' in read ? read.birth : null,
    precedenceUntil:
      draft.precedence === null ? null : (writtenDay(precedenceUntil) ?? (precedenceUntil.trim() || null)),
  });
  const isRead = 'birth' in read;
  if (parsed.success && isRead) return { facts: parsed.data };
  const wrong = parsed.error?.issues.map(({ path }) => String(path[0])) ?? [];
  return { wrong: new Set(isRead ? wrong : [...wrong, 'birth']) };
}
