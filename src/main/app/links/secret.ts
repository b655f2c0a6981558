import { createCipheriv, createDecipheriv } from 'node:crypto';
import { asCrockford, crockford, SECRET_LETTERS, writtenSecret } from '../../../shared/codes/link';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';

/**
 * A token's link has its id in it, enciphered: one block of AES under a key of this clinic's own. So nothing is kept a token, and
 * whoever guesses one of 2¹²⁸ gets an id that no token has.
 */
const CIPHER = 'aes-128-ecb';
export const KEY_BYTES = 16;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Null: an id of another kind, as simulations have them, has no link. */
export function secretOf(tokenId: TokenId, key: Buffer): string | null {
  const id = tokenId.toLowerCase();
  if (!UUID.test(id)) return null;
  const cipher = createCipheriv(CIPHER, key, null).setAutoPadding(false);
  const block = Buffer.from(id.replaceAll('-', ''), 'hex');
  return lettersOf(Buffer.concat([cipher.update(block), cipher.final()]));
}

/** Whose link it would be; null: nobody's. Such an id may well be of no token. */
export function tokenOfSecret(secret: string, key: Buffer): TokenId | null {
  const written = writtenSecret(secret);
  if (written === null) return null;
  const decipher = createDecipheriv(CIPHER, key, null).setAutoPadding(false);
  const hex = Buffer.concat([decipher.update(blockOf(written)), decipher.final()]).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return tokenIdSchema.safeParse(id).data ?? null;
}

/** How many go with a number, for who cannot scan the code. */
export const SHORT_LETTERS = 2;

/** The letters beside a number: its secret's last ones. */
export function shortLettersOf(secret: string): string {
  return secret.slice(-SHORT_LETTERS);
}

/** As they were typed, or null: they are none. */
export function typedLetters(text: string): string | null {
  const letters = asCrockford(text.replace(/[\s-]/g, ''));
  return letters?.length === SHORT_LETTERS ? letters : null;
}

function lettersOf(block: Buffer): string {
  let rest = BigInt(`0x${block.toString('hex')}`);
  let letters = '';
  for (let place = 0; place < SECRET_LETTERS; place += 1) {
    letters = (crockford[Number(rest & 31n)] ?? '') + letters;
    rest >>= 5n;
  }
  return letters;
}

function blockOf(letters: string): Buffer {
  let value = 0n;
  for (const letter of letters) value = (value << 5n) | BigInt(crockford.indexOf(letter));
  return Buffer.from(value.toString(16).padStart(KEY_BYTES * 2, '0'), 'hex');
}
