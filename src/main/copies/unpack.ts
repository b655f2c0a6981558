import { rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../../shared/error-code';
import { decrypted } from './age';
import { piecesOf, putInPlace, writeWhole } from './files';
import { packingOf } from './name';
import { CopyError } from './problem';

export interface Unpacking {
  readonly passphrase?: string | undefined;
  /** How much of the copy is read, bytes. */
  readonly read?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the database that is in a copy to a file: whole, or not at all. Throws {@link CopyError}: missing, truncated, damaged,
 * passphrase_missing, wrong_passphrase; and what writing throws.
 */
export async function unpack(
  copy: string,
  to: string,
  { passphrase, read, signal }: Unpacking = {},
): Promise<void> {
  const packing = packingOf(copy);
  if (packing === 'age' && passphrase === undefined) throw new CopyError('passphrase_missing');
  const part = `${to}.part`;
  let pieces: AsyncIterable<Uint8Array> = readable(copy, read);
  if (packing === 'age') pieces = decrypted(readable(copy, read), passphrase ?? '');
  const write = (unpacked: AsyncIterable<Uint8Array>): Promise<void> => writeWhole(part, unpacked);
  const options = signal === undefined ? {} : { signal };
  try {
    if (packing === 'plain') await pipeline(pieces, write, options);
    else await pipeline(pieces, createGunzip(), write, options);
  } catch (error) {
    rmSync(part, { force: true });
    throw asCopyError(error);
  }
  putInPlace(part, to);
}

/** The copy itself, whose own errors are told from those of writing. */
async function* readable(copy: string, read: Unpacking['read']): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pieces = piecesOf(copy, read);
  try {
    yield* pieces;
  } catch (error) {
    throw new CopyError('missing', error);
  }
}

function asCopyError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return new CopyError('truncated', error);
  return code.startsWith('Z_') ? new CopyError('damaged', error) : error;
}
