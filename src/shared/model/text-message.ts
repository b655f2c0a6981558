import { isKeptPhone, isPossibleMobile, phoneKey } from './phone';

/** The default alphabet of GSM 03.38. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Of its extension: each is sent as two. */
const extended = new Set('^{}\\[~]|€\f');

/** In one part alone, and in each of several, which bear how they belong together. */
const room = { plain: { alone: 160, ofMany: 153 }, unicode: { alone: 70, ofMany: 67 } } as const;

export interface TextParts {
  /** `plain`: the phones' own alphabet of 7 bits; `unicode`: one letter of another script, and all take twice the room. */
  readonly alphabet: keyof typeof room;
  /** How many letters it counts as. */
  readonly letters: number;
  /** As how many texts it is sent, and paid for. */
  readonly parts: number;
}

/** As what a message is sent. A letter that takes two places is never cut in two. */
export function partsOf(message: string): TextParts {
  const characters = [...message];
  const isPlain = characters.every((character) => basic.has(character) || extended.has(character));
  const alphabet = isPlain ? 'plain' : 'unicode';
  const widths = characters.map((character) => {
    if (isPlain) return extended.has(character) ? 2 : 1;
    return character.length;
  });
  const letters = widths.reduce((sum, width) => sum + width, 0);
  const { alone, ofMany } = room[alphabet];
  if (letters <= alone) return { alphabet, letters, parts: letters === 0 ? 0 : 1 };
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > ofMany) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { alphabet, letters, parts };
}

const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019\u201b\u2032]/g, "'"],
  [/[\u201c\u201d\u201f\u2033]/g, '"'],
  [/\u2026/g, '...'],
  [/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' '],
  // Isolates and marks of direction: a phone shows them as boxes, or not at all.
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, ''],
];

/** Without the signs that are for the eye alone, of which one makes a whole message take twice the room. */
export function plainMessage(text: string): string {
  return typographic.reduce((plain, [signs, instead]) => plain.replace(signs, instead), text);
}

/** A number that texts can be sent to, as the whole world dials it; null: an e-mail address, a landline, an extension, no phone. */
export function mobileOf(contact: string, country: string): string | null {
  if (!isKeptPhone(contact) || contact.includes('x') || !isPossibleMobile(contact, country)) return null;
  return `+${phoneKey(contact, country)}`;
}

/** What a phone's camera makes a written message of, to be looked at and sent by its owner. */
export function messageCode(mobile: string, message: string): string {
  return `SMSTO:${mobile}:${message}`;
}
