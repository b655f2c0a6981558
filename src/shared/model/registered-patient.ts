import { z } from 'zod';
import { type SearchKeys, searchKeysOf } from '../names/search-keys';
import { asciiDigits } from './fold';
import { type PatientId, patientIdSchema } from './ids';
import { contactEnd, nameKey, patientContactSchema, patientNameSchema, whoseContact } from './patient';
import { textSchema } from './text';
import { instantSchema, serviceDaySchema } from './time';
import { noteSchema, precedenceOrNoneSchema } from './token';

export const sexes = ['female', 'male', 'other'] as const;

/** A day, a month or a year: no more is written than is known. */
export const birthSchema = z
  .string()
  .trim()
  .transform(asciiDigits)
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Please give a year, or a day such as 1956-04-12.'))
  .refine(isOnCalendar, 'There is no such day.');

function isOnCalendar(birth: string): boolean {
  const day = `${birth}-01-01`.slice(0, 'YYYY-MM-DD'.length);
  return birth >= '1850' && birth < '2200' && z.iso.date().safeParse(day).success;
}

/** A number that somebody else knows the patient by, such as `abha` with an ABHA number. */
export const identifierSchema = z.object({
  system: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Please name what it is a number of.'),
  value: textSchema(100).pipe(z.string().min(1, 'Please give the number.')),
  /** A card said so, which proves nobody; nobody has written it since. */
  fromCard: z.literal(true).optional(),
});
export type Identifier = z.infer<typeof identifierSchema>;

const MOST_CONTACTS = 8;
const MOST_IDENTIFIERS = 8;
const contactSchema = patientContactSchema.refine((contact) => contact !== '', 'Please give a number.');

/** What is known of a patient; nothing but the name need be. */
export const patientFactsSchema = z.object({
  name: patientNameSchema,
  /** As it is spelt too, in another script or on a card; empty: not known. */
  secondName: textSchema(120),
  sex: z.enum(sexes).nullable(),
  birth: birthSchema.nullable(),
  /** Phones and e-mail addresses, the usual one first; others may have the same. */
  contacts: z.array(contactSchema).max(MOST_CONTACTS),
  /** A village, or a line of an address. */
  address: textSchema(200),
  /** Of the clinic's own series, on its cards or files. */
  clinicNumber: textSchema(40),
  identifiers: z.array(identifierSchema).max(MOST_IDENTIFIERS),
  note: noteSchema,
  /** R26: a need that is kept. */
  precedence: precedenceOrNoneSchema,
  /** The last day on which it is; null: it stays. */
  precedenceUntil: serviceDaySchema.nullable(),
});
export type PatientFacts = z.infer<typeof patientFactsSchema>;

/** A row of the patient register, as it is kept and told: what was checked when it was written is not mended again. */
export const registeredPatientSchema = patientFactsSchema.extend({
  name: z.string(),
  birth: z.string().nullable(),
  contacts: z.array(z.string()),
  note: z.string(),
  id: patientIdSchema,
  /** The row that stands for this one since both turned out to be one person. */
  mergedInto: patientIdSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type RegisteredPatient = z.infer<typeof registeredPatientSchema>;

const nothingKnown: Omit<PatientFacts, 'name' | 'contacts'> = {
  secondName: '',
  sex: null,
  birth: null,
  address: '',
  clinicNumber: '',
  identifiers: [],
  note: '',
  precedence: null,
  precedenceUntil: null,
};

/** What a card that was shown says of whoever is new, besides name, phone and birth. */
export const onCardSchema = z.strictObject({
  sex: z.enum(sexes).nullable(),
  identifiers: z.array(identifierSchema.omit({ fromCard: true })).max(2),
});
export type OnCard = z.infer<typeof onCardSchema>;

/** Somebody new, of whom no more is known than what a token says, and a card. */
export function newPatient(
  id: PatientId,
  { patientName: name, patientContact: contact, birth = null, card }: NewPatient,
  at: number,
): RegisteredPatient {
  const contacts = contact === '' ? [] : [contact];
  const identifiers = card?.identifiers.map((one) => ({ ...one, fromCard: true as const })) ?? [];
  const said = { ...nothingKnown, birth, sex: card?.sex ?? null, identifiers };
  return { ...said, id, name, contacts, mergedInto: null, createdAt: at, updatedAt: at };
}

interface NewPatient {
  readonly patientName: string;
  readonly patientContact: string;
  readonly birth?: string | null | undefined;
  readonly card?: OnCard | undefined;
}

/** Whether somebody so called, with this contact, is this patient. */
export function isCalled(
  patient: Pick<RegisteredPatient, 'name' | 'secondName' | 'contacts'>,
  name: string,
  contact: string,
  country?: string,
): boolean {
  const key = nameKey(name);
  const names = [patient.name, patient.secondName].filter((one) => one !== '');
  return names.some((one) => nameKey(one) === key) && hasContact(patient, contact, country);
}

/** Whether this is a contact of the patient, however it is written. */
export function hasContact(
  { contacts }: Pick<RegisteredPatient, 'contacts'>,
  contact: string,
  country?: string,
): boolean {
  const end = contactEnd(contact);
  return (
    end !== '' &&
    contacts.some(
      (one) => contactEnd(one) === end && whoseContact(one, country) === whoseContact(contact, country),
    )
  );
}

type Sought = Pick<
  PatientFacts,
  'name' | 'secondName' | 'contacts' | 'clinicNumber' | 'identifiers' | 'birth'
>;

/** What a patient is found by: see {@link searchKeysOf}. */
export function patientSearchKeys(patient: Sought): SearchKeys {
  const { name, secondName, contacts, clinicNumber, identifiers, birth } = patient;
  const names = [name, secondName].filter((one) => one !== '');
  const numbers = [clinicNumber, ...identifiers.map(({ value }) => value), birth?.slice(0, 4) ?? ''];
  return searchKeysOf(names, [...contacts, ...numbers]);
}

/** All of a patient that is looked for, folded, and behind it how each word of the names sounds, as `=key=`: kept with the row. */
export function patientSearchText(patient: Sought): string {
  const { text, keys } = patientSearchKeys(patient);
  const sounds = new Set([...keys.matchAll(/=[^=~ +]+=/g)].map(([key]) => key));
  return `${text}|${[...sounds].join('')}`;
}
