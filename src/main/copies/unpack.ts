import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../../shared/error-code';
import { removeFile } from '../store/sqlite/held';
import { decrypted } from './age';
import { freeBytesIn, piecesOf, putInPlace, SPARE, writeWhole } from './files';
import { packingOf } from './name';
import { CopyError, PlaceError } from './problem';

export interface Unpacking {
  readonly passphrase?: string | undefined;
  /** How much of the copy is read, bytes. */
  readonly read?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes that are free where this folder is. */
  readonly freeBytes?: ((folder: string) => number) | undefined;
}

/** So often it is looked whether there is room: a small copy may be of any size unpacked. */
const LOOK_EVERY = 4 * 1024 * 1024;

/**
 * Writes the database that is in a copy to a file: whole, or not at all. Throws {@link CopyError}: missing, truncated, damaged,
 * passphrase_missing, wrong_passphrase; {@link PlaceError} no_room before the disk is full; and what writing throws.
 */
export async function unpack(
  copy: string,
  to: string,
  { passphrase, read, signal, freeBytes = freeBytesIn }: Unpacking = {},
): Promise<void> {
  const packing = packingOf(copy);
  if (packing === 'age' && passphrase === undefined) throw new CopyError('passphrase_missing');
  const part = `${to}.part`;
  let pieces: AsyncIterable<Uint8Array> = readable(copy, read);
  if (packing === 'age') pieces = decrypted(readable(copy, read), passphrase ?? '');
  let looked = 0;
  const hasRoom = ({ length }: Uint8Array): void => {
    looked += length;
    if (looked < LOOK_EVERY) return;
    looked = 0;
    if (freeBytes(dirname(to)) < SPARE) throw new PlaceError('no_room');
  };
  const write = (unpacked: AsyncIterable<Uint8Array>): Promise<void> => writeWhole(part, unpacked, hasRoom);
  const options = signal === undefined ? {} : { signal };
  try {
    if (packing === 'plain') await pipeline(pieces, write, options);
    else await pipeline(pieces, createGunzip(), write, options);
  } catch (error) {
    removeFile(part);
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
