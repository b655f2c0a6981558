import { z } from 'zod';
import { cleanText, foldTight, hasLetterOrDigit } from './fold';
import { DEFAULT_COUNTRY, isKeptPhone, keptPhone, phoneDigits, phoneKey } from './phone';
import type { Token } from './token';

export const MAX_NAME_LENGTH = 120;

export const patientNameSchema = z
  .string()
  .max(10_000, 'That name is far too long.')
  .transform(cleanText)
  .pipe(
    z
      .string()
      .refine(hasLetterOrDigit, 'Please enter the name.')
      .refine(
        (name) => [...name].length <= MAX_NAME_LENGTH,
        `Please use at most ${MAX_NAME_LENGTH} letters.`,
      ),
  );

/** Who a token was for, once that was erased. Nobody can be called so: a name has a letter or a digit. */
export const ERASED_NAME = '—';

/** What names a patient, or is said of one in somebody's words, once nobody may know whose it was. */
export const erasedPersonal = {
  patientName: ERASED_NAME,
  patientContact: '',
  patientId: null,
  note: '',
} as const;

/** Whose the token was is known no more: it is not opened again. */
export const isErased = ({ patientName }: Pick<Token, 'patientName'>): boolean => patientName === ERASED_NAME;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Phone (as `keptPhone` writes it) or e-mail; may be empty. */
export const patientContactSchema = z
  .string()
  .max(200, 'That contact is too long.')
  .transform((text) => keptPhone(text) ?? cleanText(text))
  .refine(
    (contact) => contact === '' || isKeptPhone(contact) || email.test(contact),
    'A mobile number has 10 digits; other numbers have 7 to 15.',
  );

/** R17: the same person for the duplicate check: same contact and same name, however they are written. */
export function patientKey(name: string, contact: string, country = DEFAULT_COUNTRY): string {
  return `${whoseContact(contact, country)}|${nameKey(name)}`;
}

/** R17: what is the same for one contact however it is written; `country` is the clinic's. */
export function whoseContact(contact: string, country = DEFAULT_COUNTRY): string {
  return phoneKey(contact, country) || contactKey(contact);
}

const END = 8;

/**
 * What the ways to write one contact have in common, whatever the country: of a phone its last eight digits. Others may share
 * it: it is where to look before `whoseContact` is compared, which costs more.
 */
export function contactEnd(contact: string): string {
  if (/^\+?\d{7,15}$/.test(contact)) return contact.replace('+', '').slice(-END);
  const phone = keptPhone(contact);
  return phone === null ? contactKey(contact) : phoneDigits(phone).slice(-END);
}

/** Of whom a token is, as far as rules go by it. */
export type OfPatient = Pick<Token, 'patientId' | 'patientName' | 'patientContact'>;

/** R17, R27: the same row of the register; where one of them has none, the same contact and name. */
export function isSamePatient(one: OfPatient, other: OfPatient, country?: string): boolean {
  if (one.patientId !== null && other.patientId !== null) return one.patientId === other.patientId;
  return (
    contactEnd(one.patientContact) === contactEnd(other.patientContact) &&
    patientKey(one.patientName, one.patientContact, country) ===
      patientKey(other.patientName, other.patientContact, country)
  );
}

/** Whoever is the same patient has one of these in common: to look there costs less than to compare. */
export function marksOf({ patientId, patientContact }: Omit<OfPatient, 'patientName'>): string[] {
  const end = contactEnd(patientContact);
  return patientId === null ? [end] : [end, `#${patientId}`];
}

/** A name as it is compared. Old names may have no letter at all: they are compared as they stand. */
export function nameKey(name: string): string {
  return foldTight(name) || cleanText(name);
}

/** A phone by its digits, without an extension; in an e-mail address every sign counts, capitals aside. */
export function contactKey(contact: string): string {
  if (contact.includes('@')) return cleanText(contact).toLowerCase();
  const phone = keptPhone(contact);
  return phone === null ? foldTight(contact) : phoneDigits(phone);
}
