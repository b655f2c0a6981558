import { asciiDigits, cleanText } from '../model/fold';
import { type TokenId, tokenIdSchema } from '../model/ids';
import { keptPhone } from '../model/phone';
import { searchFor } from '../model/search';
import { isAadhaar } from './aadhaar';
import { abhaNumberOf, type Card, readCard } from './card';
import { linkSecretIn } from './link';

/** More than any code that is read has. */
export const MOST_OF_A_CODE = 2_000;

/** What a scanned code is. */
export type Code =
  /** A slip or a booking: the token's id. */
  | { readonly kind: 'token'; readonly tokenId: TokenId }
  /** A slip, by the link to its page (docs/phone.md): main knows whose it is. */
  | { readonly kind: 'link'; readonly secret: string }
  /** The clinic's own card or sticker. */
  | { readonly kind: 'patient'; readonly clinicNumber: string }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'abha'; readonly abhaNumber: string }
  /** The link that hangs at the desk for patients' own phones; it says nothing of anybody. */
  | { readonly kind: 'facility' }
  | { readonly kind: 'phone'; readonly phone: string }
  /** A token number, in every sense that it may have. */
  | { readonly kind: 'number'; readonly numbers: readonly string[] }
  /** Refused; nothing of it is here. */
  | { readonly kind: 'aadhaar' }
  /** Its end is missing, so that nothing of it counts. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'unknown' };

/** Before the number on the clinic's own cards. */
const OWN_CARD = 'OPD-P:';

/** What the code of the clinic's own card says. */
export function ownCardCode(clinicNumber: string): string {
  return `${OWN_CARD}${clinicNumber}`;
}

/** Of a phone that is scanned, not typed: shorter numbers may be anything's. */
const FEWEST_OF_A_PHONE = 10;

/** What this text, as a scanner types it, is the code of. Any text may be given. */
export function readCode(scanned: string): Code {
  const text = asWritten(scanned.trim());
  if (isAadhaar(text)) return { kind: 'aadhaar' };
  if (text.length > MOST_OF_A_CODE) return { kind: 'cut' };
  return readMarked(text) ?? readPlain(cleanText(text));
}

/** Codes that say themselves what they are. */
function readMarked(text: string): Code | null {
  if (/^\{/.test(text)) {
    const card = readCard(text);
    if (card !== null) return { kind: 'card', card };
    return { kind: isClosed(text) ? 'unknown' : 'cut' };
  }
  if (text.toUpperCase().startsWith(OWN_CARD)) {
    const clinicNumber = cleanText(text.slice(OWN_CARD.length));
    return clinicNumber === '' ? { kind: 'cut' } : { kind: 'patient', clinicNumber };
  }
  const secret = linkSecretIn(text);
  if (secret !== null) return { kind: 'link', secret };
  return isFacility(text) ? { kind: 'facility' } : null;
}

function readPlain(text: string): Code {
  const tokenId = tokenIdSchema.safeParse(text.toLowerCase());
  if (tokenId.success) return { kind: 'token', tokenId: tokenId.data };
  const abhaNumber = abhaNumberOf(text);
  if (abhaNumber !== null) return { kind: 'abha', abhaNumber };
  const phone = keptPhone(text.replace(/^tel:/i, ''));
  if (phone !== null && digitCount(phone) >= FEWEST_OF_A_PHONE) return { kind: 'phone', phone };
  const { numbers = [] } = searchFor(text) ?? {};
  return numbers.length === 0 ? { kind: 'unknown' } : { kind: 'number', numbers };
}

const digitCount = (text: string): number => asciiDigits(text).match(/\d/g)?.length ?? 0;

/** "Scan and share" of the Ayushman Bharat Digital Mission: a link with the facility's number. */
function isFacility(text: string): boolean {
  return /^https?:\/\/[a-z0-9.-]*\babdm\.gov\.in\//i.test(text) || /^https?:\/\/\S*[?&]hip-?id=/i.test(text);
}

/** With caps lock on, a scanner's keys write small letters for capital ones, and the other way round. */
function asWritten(text: string): string {
  const isTurned = /^\{\s*"[A-Z ]+":/.test(text) || /^opd-p:/.test(text);
  return isTurned ? text.replace(/[a-z]/gi, turned) : text;
}

function turned(letter: string): string {
  const small = letter.toLowerCase();
  return letter === small ? letter.toUpperCase() : small;
}

/** Whether a text that begins with a bracket or `<` goes on: what comes next is a part of it, also Enter and Tab. */
export function isUnfinished(text: string): boolean {
  if (text.startsWith('{')) return !isClosed(text);
  return text.startsWith('<') && !/(?:\/>|<\/\w+>)\s*$/.test(text);
}

function isClosed(text: string): boolean {
  const outside = text.replace(/"(?:[^"\\]|\\.)*"?/gs, '');
  return count(outside, '{') <= count(outside, '}');
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
