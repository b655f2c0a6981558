import { type Encoding, MOST_OF_A_FILE, MOST_OF_A_FILE_MB } from '../../../shared/model/chosen-file';
import { type RefusalReason, refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';

export interface TextFile {
  readonly text: string;
  /** How its letters were written. */
  readonly encoding: Encoding;
}

/**
 * The text of a file somebody chose, however it was saved: UTF-8 or UTF-16 with and without a mark, else Windows-1252.
 * Errors: INVALID_INPUT: empty, too large, a spreadsheet, no text, or letters of no encoding known here.
 * @param base64 the whole file
 */
export function readTextFile(base64: string): Result<TextFile> {
  const wrong = (reason: RefusalReason): Result<never> =>
    refused('INVALID_INPUT', reason, { field: 'data', most: MOST_OF_A_FILE_MB });
  // Four characters are three bytes: nothing is made of a file that is too large.
  if ((base64.length * 3) / 4 > MOST_OF_A_FILE + 2) return wrong('file_too_large');
  const file = Buffer.from(base64, 'base64');
  if (file.length === 0) return wrong('file_empty');
  if (starts(file, SPREADSHEETS)) return wrong('file_is_spreadsheet');
  const read = utf16(file) ?? utf8(file) ?? windows1252(file);
  if (read === undefined) return wrong(file.includes(0) ? 'file_not_text' : 'file_unknown_letters');
  if (controls.test(read.text)) return wrong('file_not_text');
  return read.text.trim() === '' ? wrong('file_empty') : ok(read);
}

/** Of zip, which xlsx and ods are, of the old xls, and of PDF. */
const SPREADSHEETS = ['504b0304', 'd0cf11e0', '25504446'].map((bytes) => Buffer.from(bytes, 'hex'));
const starts = (file: Buffer, heads: readonly Buffer[]): boolean =>
  heads.some((head) => file.subarray(0, head.length).equals(head));

const LITTLE = Buffer.from('fffe', 'hex');
const BIG = Buffer.from('feff', 'hex');
/** No text has them. */
const controls = /(?![\t\n\v\f\r\u0085])\p{Cc}/u;

/** By its mark, or since every other byte of plain text is 0 in it. */
function utf16(file: Buffer): TextFile | undefined {
  const [isLittle, isBig] = [starts(file, [LITTLE]), starts(file, [BIG])];
  const kind = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : byZeros(file);
  return kind && decoded(file, kind, 'utf-16');
}

function byZeros(file: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = file.subarray(0, 400);
  const zerosAt = (parity: number): number =>
    head.filter((byte, place) => byte === 0 && place % 2 === parity).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (Math.max(even, odd) < head.length / 4 || Math.min(even, odd) > head.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const utf8 = (file: Buffer): TextFile | undefined =>
  file.includes(0) ? undefined : decoded(file, 'utf-8', 'utf-8');

/** Undefined: it is not written so. */
function decoded(file: Buffer, label: string, encoding: Encoding): TextFile | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(file), encoding };
  } catch {
    return undefined;
  }
}

/** What stands at 0x80 to 0x9f; a space: nothing does. */
const high = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windows1252(file: Buffer): TextFile | undefined {
  if (file.includes(0)) return undefined;
  let isKnown = true;
  const text = file.toString('latin1').replace(/[\u0080-\u009f]/g, (character) => {
    const letter = high[(character.codePointAt(0) ?? 0x80) - 0x80] ?? ' ';
    isKnown &&= letter !== ' ';
    return letter;
  });
  return isKnown ? { text, encoding: 'windows-1252' } : undefined;
}
