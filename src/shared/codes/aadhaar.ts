import { passesVerhoeff } from './verhoeff';

/** Longer numbers than on any product: the secure code of an Aadhaar card is one of a thousand digits and more. */
const SECURE_CODE = 100;

/**
 * Whether this is from an Aadhaar card: the older code (XML), the secure one (one huge number), however much was cut off, or the
 * number itself, of twelve digits, or sixteen of a virtual one. A phone of twelve digits without its plus may be taken for
 * one: rather that than a number kept that must not be.
 */
export function isAadhaar(text: string): boolean {
  if (/<\/?(?:PrintLetterBarcodeData|QPD[AB]|OfflinePaperlessKyc)\b/i.test(text)) return true;
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return false;
  if (digits.length >= SECURE_CODE) return true;
  return /^[2-9](?:\d{11}|\d{15})$/.test(digits) && passesVerhoeff(digits);
}
