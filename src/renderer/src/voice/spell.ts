import { roomClip } from '../../../shared/voice';

/** Where somebody is sent, as far as it can be said. */
export type Destination =
  /** By digits and letters; `text` without the words that the sentence says anyway. */
  | { readonly kind: 'room'; readonly clips: readonly string[]; readonly text: string }
  /** By a name that only a recording of the clinic can say; without one, to the room shown on the board. */
  | { readonly kind: 'named'; readonly recording: string }
  | { readonly kind: 'doctor' };

/** A room's name longer than this is a sentence, and spelling it helps nobody. */
const MOST_SPELLED = 8;

/** What a sentence says anyway, in the four languages. */
const spokenAnyway = /^(room|no|nr|number|कमरा|कमरे|कक्ष|नंबर|नं|அறை|எண்|غرفة|الغرفة|رقم)$/iu;
/** Numbers, single letters, abbreviations such as OPD and ENT, and both together, such as 3A or B12. */
const spellable = /^([a-z]|[A-Z]{0,3}\d{1,4}[A-Za-z]?|[A-Z]{1,3})$/;

/** Each letter and digit of a token number; what stands between them is not said. */
export function spellNumber(number: string): readonly string[] {
  return spell(number);
}

/**
 * How a room is said. A name of which only a part could be spelled is not spelled at all: half a name may be
 * another room.
 */
export function destinationOf(room: string): Destination {
  const words = latinDigits(room)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !spokenAnyway.test(word));
  if (words.length === 0) return { kind: 'doctor' };
  const clips = telling.flatMap(spell);
  const canSpell = telling.every((word) => spellable.test(word)) && clips.length <= MOST_SPELLED;
  if (canSpell && clips.length > 0) return { kind: 'room', clips, text: telling.join(' ') };
  return { kind: 'named', recording: roomClip(room) };
}

function spell(text: string): string[] {
  return [...text.toLowerCase()].flatMap((character) => {
    if (/[0-9]/.test(character)) return [`digit-${character}`];
    return /[a-z]/.test(character) ? [`letter-${character}`] : [];
  });
}

/** Devanagari, Tamil and Arabic digits as the Latin ones: in Unicode each script's ten follow one another. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}
