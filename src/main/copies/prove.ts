import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyContent, CopyFacts } from '../../shared/model/copy';
import type { Instant } from '../../shared/model/time';
import { removeFile } from '../store/sqlite/held';
import { piecesOf } from './files';
import { type Binding, inspect } from './inspect';
import { parseCopyName } from './name';
import { CopyError } from './problem';
import { readSidecar, writeSidecar } from './sidecar';
import { unpack } from './unpack';

export interface Proving extends Binding {
  /** A folder with room for the unpacked database; nothing stays there. */
  readonly work: string;
  readonly passphrase?: string | undefined;
  readonly now: Instant;
  /** From 0 to 1. */
  readonly progress?: ((part: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly freeBytes?: ((folder: string) => number) | undefined;
}

/**
 * Reads a copy back whole: its checksum, every page of the database in it, and what is in it against what was written down
 * then. What was found lies beside it afterwards. Throws {@link CopyError}, and what a work folder that is full throws.
 */
export async function proveCopy(copy: string, options: Proving): Promise<CopyFacts> {
  const said = readSidecar(copy);
  const file = await fileFacts(copy);
  if (said && file.size < said.size) throw new CopyError('truncated');
  if (said && file.sha256 !== said.sha256) throw new CopyError('checksum');
  const { content, unpackedSize } = await lookInside(copy, file.size, options);
  if (said && !isSame(content, said)) throw new CopyError('counts');
  const facts: CopyFacts = {
    appVersion: null,
    reason: null,
    madeAt: parseCopyName(copy.replace(/^.*[\\/]/, ''))?.madeAt ?? Math.trunc(statSync(copy).mtimeMs),
    ...said,
    ...content,
    ...file,
    unpackedSize,
    provedAt: options.now,
  };
  // From a stick that may only be read it is as good as from any other.
  await writeSidecar(copy, facts).catch(() => undefined);
  return facts;
}

/** What is in a copy, read from end to end, without any word on what should be. Throws {@link CopyError}. */
export async function lookInside(
  copy: string,
  size: number,
  { work, passphrase, nativeBinding, progress, signal, freeBytes }: Omit<Proving, 'now'>,
): Promise<{ readonly content: CopyContent; readonly unpackedSize: number }> {
  const unpacked = join(work, `opd-tokens-proof-${process.pid}-${count++}.db.part`);
  try {
    const read = (bytes: number): void => progress?.((0.7 * bytes) / size);
    await unpack(copy, unpacked, { passphrase, signal, read, freeBytes });
    const content = inspect(unpacked, { nativeBinding });
    progress?.(1);
    return { content, unpackedSize: statSync(unpacked).size };
  } finally {
    for (const left of ['', '-journal', '-wal', '-shm']) removeFile(`${unpacked}${left}`);
  }
}

let count = 0;

async function fileFacts(copy: string): Promise<Pick<CopyFacts, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of piecesOf(copy)) {
      hash.update(piece);
      size += piece.length;
    }
  } catch (error) {
    throw new CopyError('missing', error);
  }
  return { sha256: hash.digest('hex'), size };
}

const COMPARED = [
  'schemaVersion',
  'doctors',
  'tokens',
  'events',
  'firstDay',
  'lastDay',
  'lastEventAt',
] as const;

export function isSame(one: CopyContent, other: CopyContent): boolean {
  return COMPARED.every((name) => one[name] === other[name]);
}
