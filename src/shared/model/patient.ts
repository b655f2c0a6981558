import { z } from 'zod';
import { asciiDigits, cleanText, foldTight, hasLetterOrDigit } from './fold';

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

const phone = /^\+?\d{7,15}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Phone (spaces, dashes and brackets are dropped) or e-mail; may be empty. */
export const patientContactSchema = z
  .string()
  .max(200, 'That contact is too long.')
  .transform((text) => {
    const clean = cleanText(text);
    const digits = asciiDigits(clean).replace(/[\s().-]/g, '');
    return phone.test(digits) ? digits : clean;
  })
  .refine(
    (contact) => contact === '' || phone.test(contact) || email.test(contact),
    'A mobile number has 10 digits; other numbers have 7 to 15.',
  );

/** R17: the same person for the duplicate check: same contact and same name, however they are written. */
export function patientKey(name: string, contact: string): string {
  return `${whoseContact(contact)}|${nameKey(name)}`;
}

const PHONE_TAIL = 8;

/**
 * R17: what is the same for one contact however it is written. Of a phone its last eight digits: `+91 98765 43210`,
 * `098765 43210` and `98765 43210` are one, and eight are enough to tell people of one name apart.
 */
export function whoseContact(contact: string): string {
  // As it is kept, most of the time: that is quick.
  if (phone.test(contact)) return contact.replace('+', '').slice(-PHONE_TAIL);
  const key = contactKey(contact);
  return phone.test(key) ? key.slice(-PHONE_TAIL) : key;
}

/** A name as it is compared. Old names may have no letter at all: they are compared as they stand. */
export function nameKey(name: string): string {
  return foldTight(name) || cleanText(name);
}

/** A phone by its digits; in an e-mail address every sign counts, capitals aside. */
export function contactKey(contact: string): string {
  return contact.includes('@') ? cleanText(contact).toLowerCase() : foldTight(contact);
}
