import { Decrypter, Encrypter } from 'age-encryption';
import { CopyError } from './problem';

type Pieces = AsyncIterable<Uint8Array<ArrayBuffer>>;

export interface Lock {
  readonly passphrase: string;
  /** How hard guessing is made: 2 to this many steps a guess; a second or two at 18, as `age` has it. */
  readonly workFactor?: number | undefined;
}

/** As `age -p` writes it: whoever has the file and the passphrase needs no OPD Tokens to read it. */
export async function encrypted(
  pieces: Pieces,
  { passphrase, workFactor = 18 }: Lock,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(ReadableStream.from(pieces));
}

/**
 * As it is typed, and as another keyboard, a file or the settings would have it: without spaces around it, and its letters
 * with their accents as one sign or as two.
 */
function formsOf(passphrase: string): Set<string> {
  const plain = passphrase.trim();
  return new Set([passphrase, plain, plain.normalize('NFC'), plain.normalize('NFD')]);
}

/** Throws {@link CopyError}, also while it is read: wrong_passphrase, truncated, damaged. */
export async function* decrypted(pieces: Pieces, passphrase: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const one of formsOf(passphrase)) decrypter.addPassphrase(one);
  try {
    yield* await decrypter.decrypt(ReadableStream.from(pieces));
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    // The library throws plain errors: its words are all there is to go by.
    if (/no identity matched/i.test(said)) throw new CopyError('wrong_passphrase', error);
    if (/EOF|too short|incomplete|empty/i.test(said)) throw new CopyError('truncated', error);
    throw new CopyError('damaged', error);
  }
}
