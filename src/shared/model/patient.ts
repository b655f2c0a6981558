import { z } from 'zod';

export const MAX_NAME_LENGTH = 120;

/** Control, format and private-use characters have no place in a name, and no way onto a slip. */
const unprintable = /[\p{Cc}\p{Co}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as a person meant it: composed, printable, single spaces. ZWJ and ZWNJ stay: Indic scripts need them. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unprintable, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

export const patientNameSchema = z
  .string()
  .max(10_000, 'That name is far too long.')
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'Please enter the name.')
      .refine(
        (name) => [...name].length <= MAX_NAME_LENGTH,
        `Please use at most ${MAX_NAME_LENGTH} letters.`,
      ),
  );

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
    'Please enter a phone number of 7 to 15 digits.',
  );

/** R17: the same person for the duplicate check: same contact and same normalised name. */
export function patientKey(name: string, contact: string): string {
  const plainName = cleanText(name).normalize('NFKC').toLowerCase();
  return `${cleanText(contact).toLowerCase()}|${plainName}`;
}

/** Digits of any script as 0–9, so that ९८७६ and 9876 are one phone number. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0x30;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}
