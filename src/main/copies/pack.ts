import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CopyFacts, CopyReason } from '../../shared/model/copy';
import type { Instant } from '../../shared/model/time';
import { removeFile } from '../store/sqlite/held';
import { encrypted, type Lock } from './age';
import { piecesOf, putInPlace, writeWhole } from './files';
import { type Binding, inspect } from './inspect';
import type { Copy } from './list';
import { copyName } from './name';
import { CopyError } from './problem';
import { isSame, lookInside } from './prove';
import { writeSidecar } from './sidecar';

export interface Packing extends Binding {
  /** A database that nobody writes to: a snapshot. */
  readonly source: string;
  /** Where the copy is to be; made if it is not there. */
  readonly folder: string;
  /** A folder with room for the unpacked database; nothing stays there. */
  readonly work: string;
  readonly madeAt: Instant;
  readonly reason: CopyReason;
  readonly appVersion: string;
  /** With one the copy is encrypted. */
  readonly lock?: Lock | undefined;
  /** From 0 to 1. */
  readonly progress?: ((part: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Nearly as small as the best, in a third of its time. */
const GZIP_LEVEL = 4;

/**
 * Packs a database into a copy, reads it back whole and compares, and only then gives it its name: under the name of a copy
 * there is never half a one. Throws {@link CopyError} where the source, or what was read back, is not right, and what
 * writing throws; then nothing is left.
 */
export async function pack(options: Packing): Promise<Copy> {
  const { source, folder, madeAt, lock, nativeBinding, work, progress, signal } = options;
  const content = inspect(source, { nativeBinding });
  const unpackedSize = statSync(source).size;
  const packing = lock === undefined ? 'gzip' : 'age';
  const file = copyName({ madeAt, packing }, content.timeZone);
  const path = join(folder, file);
  mkdirSync(folder, { recursive: true });
  // The ending says how to read it back.
  const part = join(folder, file.replace(/\.db/, '.part.db'));
  try {
    const written = await write(options, part, unpackedSize);
    const proof = {
      work,
      passphrase: lock?.passphrase,
      nativeBinding,
      signal,
      progress: after(0.5, progress),
    };
    const found = await lookInside(part, written.size, proof);
    if (!isSame(found.content, content)) throw new CopyError('counts');
    putInPlace(part, path);
    const facts: CopyFacts = {
      ...content,
      ...{ madeAt, unpackedSize, provedAt: madeAt },
      ...written,
      appVersion: options.appVersion,
      reason: options.reason,
    };
    await writeSidecar(path, facts);
    return { path, folder, file, madeAt, packing, size: written.size, facts };
  } catch (error) {
    removeFile(part);
    throw error;
  }
}

async function write(
  { source, lock, progress, signal }: Packing,
  part: string,
  size: number,
): Promise<Pick<CopyFacts, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let total = 0;
  const written = (piece: Uint8Array): void => {
    hash.update(piece);
    total += piece.length;
  };
  const read = (bytes: number): void => progress?.((0.5 * bytes) / size);
  await pipeline(
    piecesOf(source, read),
    createGzip({ level: GZIP_LEVEL }),
    async (packed: AsyncIterable<Buffer<ArrayBuffer>>) =>
      writeWhole(part, lock === undefined ? packed : await encrypted(plain(packed), lock), written),
    signal === undefined ? {} : { signal },
  );
  return { sha256: hash.digest('hex'), size: total };
}

/** Buffers look like plain arrays of bytes, but cut themselves up otherwise. */
async function* plain(pieces: AsyncIterable<Buffer<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of pieces) yield new Uint8Array(piece);
}

const after = (begun: number, progress: Packing['progress']): Packing['progress'] =>
  progress && ((part) => progress(begun + (1 - begun) * part));
