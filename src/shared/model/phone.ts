import {
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { asciiDigits, cleanText } from './fold';

/** Where a phone is from that bears no country code, unless the clinic says otherwise (`clinic.country`). */
export const DEFAULT_COUNTRY = 'IN';

/** As phones are kept: 7 to 15 digits (E.164 has no more), with an extension behind an x. */
const kept = /^(\+?\d{7,15})(?:x(\d{1,7}))?$/;

const FEWEST_OF_A_PHONE = 5;

/** A phone with a country code has as many digits, at least. */
const WITH_CODE = 11;

/** Enough to tell phones apart, and in all of their writings. */
const MOST_LOOKED_FOR = 9;

/** Of those that people call each other by. */
const LONGEST_OF_INDIA = 11;

/** What goes between digits for the eye. */
const between = /[\s().\p{Pd}\u2212]/gu;

const extension = /\s*(?:[;,]?\s*ext(?:ensio)?n?[.:=]?|[x#])\s*(\d{1,7})$/i;

/**
 * A phone as it is kept: `+91 (98765) ४३२१०` is `+919876543210`, `022-2345 6789 ext. 12` is `02223456789x12`.
 * null: not the digits of a whole phone.
 */
export function keptPhone(text: string): string | null {
  const plain = asciiDigits(cleanText(text)).replaceAll('＋', '+');
  const digits = plain.replace(extension, 'x$1').replace(between, '');
  return kept.test(digits) ? digits : null;
}

/** Whether a contact is a phone as it is kept. */
export function isKeptPhone(contact: string): boolean {
  return kept.test(contact);
}

/** The digits of a kept phone, without plus and extension. */
export function phoneDigits(phone: string): string {
  return phone.replace(/^\+|x.*$/g, '');
}

/** Mobile numbers of India in all their usual writings, which need no metadata: most of all phones. */
const indianMobile = /^(?:\+91|91|0)?([6-9]\d{9})$/;

/**
 * The one key of a phone, however it is written: its digits as E.164 has them, without the plus, and without an extension.
 * `+91 98765 43210`, `09876543210`, `919876543210`, `९८७६५४३२१०` are all `919876543210` where the country is IN. A number that
 * exists nowhere is what it would be in that country. Empty: no phone.
 */
export function phoneKey(text: string, country: string): string {
  const quick = country === 'IN' ? indianMobile.exec(text)?.[1] : undefined;
  if (quick !== undefined) return `91${quick}`;
  const phone = keptPhone(text);
  if (phone === null) return '';
  return parsed(phone, country)?.number.slice(1) ?? phoneDigits(phone);
}

/**
 * What every writing of a phone has in it, to look for while it may be still being typed: `098765`, `+91 98765` and `98765` are
 * all `98765`; at most the last nine digits. Empty: not digits alone.
 */
export function phonePart(text: string, country: string): string {
  const typed = asciiDigits(cleanText(text)).replaceAll('＋', '+').replace(between, '');
  if (!/^\+?\d+$/.test(typed)) return '';
  // `007` is rather the end of a token number.
  if (typed.length < FEWEST_OF_A_PHONE) return typed.replace('+', '');
  const whole = keptPhone(typed);
  const number = whole === null ? undefined : parsed(whole, country);
  if (number?.isValid()) return number.nationalNumber.slice(-MOST_LOOKED_FOR);
  const abroad = /^(?:\+|00)/.test(typed);
  const digits = typed.replace(/^\+?0*/, '');
  const code = isSupportedCountry(country) ? getCountryCallingCode(country) : '';
  const own = abroad && digits.startsWith(code) ? digits.slice(code.length) : digits;
  return own.replace(/^0+/, '').slice(-MOST_LOOKED_FOR);
}

/**
 * The same in each way that it can be read: `919876` may be the beginning of such a phone, or the code of the country, without its
 * plus, before `9876`.
 */
export function phoneParts(text: string, country: string): readonly string[] {
  const part = phonePart(text, country);
  if (part === '') return [];
  if (!isSupportedCountry(country)) return [part];
  const digits = asciiDigits(cleanText(text)).replace(between, '');
  const code = getCountryCallingCode(country);
  const rest = digits.startsWith(code) ? digits.slice(code.length).replace(/^0+/, '') : '';
  return [...new Set([part, rest.slice(-MOST_LOOKED_FOR)])].filter((one) => one !== '');
}

/**
 * Whether no phone of this length can be: to be asked about, never to be refused. Whatever is no phone at all is not asked
 * about here.
 */
export function isDoubtfulPhone(text: string, country: string): boolean {
  const phone = keptPhone(text);
  if (phone === null) return false;
  const number = parse(phone, country);
  if (number === undefined || !number.isPossible()) return true;
  if (number.country !== 'IN' && number.countryCallingCode !== '91') return false;
  // Landlines of India are of several lengths, a mobile has ten digits; thirteen are no person's, but a machine's.
  const { length } = number.nationalNumber;
  return (
    length > LONGEST_OF_INDIA || (/^[6-9]/.test(number.nationalNumber) && (length === 9 || length === 11))
  );
}

/** Whether texts may reach it. Of India's numbers mobiles are known by their first digit; of others, none that can be is refused. */
export function isPossibleMobile(phone: string, country: string): boolean {
  const number = parsed(phone, country);
  if (number === undefined || !number.isPossible()) return false;
  return number.countryCallingCode !== '91' || /^[6-9]\d{9}$/.test(number.nationalNumber);
}

/** How many digits a phone has of which none of that length can be; null: nothing odd. It is asked about, not refused. */
export function doubtfulDigits(text: string, country: string): number | null {
  if (!isDoubtfulPhone(text, country)) return null;
  return asciiDigits(text).match(/\d/g)?.length ?? 0;
}

/** For people to read and to dial: `98765 43210`, of another country `+971 50 123 4567`. What is no phone stays as it is. */
export function shownPhone(text: string, country: string): string {
  const phone = keptPhone(text);
  const number = phone === null ? undefined : parsed(phone, country);
  if (!number?.isValid()) return text;
  if (number.country !== country) return number.formatInternational();
  const isMobile = country === 'IN' && indianMobile.test(number.number);
  return number.format('NATIONAL', { nationalPrefix: !isMobile });
}

function parsed(phone: string, country: string): PhoneNumber | undefined {
  const number = parse(phone, country);
  if (number?.isValid() || phone.startsWith('+') || phoneDigits(phone).length < WITH_CODE) return number;
  // With its country code, but without the plus: only where it is no number of the own country.
  const abroad = parse(`+${phone.replace(/^0+/, '')}`, country);
  return abroad?.isValid() ? abroad : number;
}

function parse(phone: string, country: string): PhoneNumber | undefined {
  const home = isSupportedCountry(country) ? { defaultCountry: country } : {};
  return parsePhoneNumberFromString(phone, { ...home, extract: false });
}
