import { createHash, type KeyObject } from 'node:crypto';
import { type FileHandle, mkdir, open, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../shared/error-code';
import type { UpdateFeed, UpdateFile } from '../../shared/model/updates';
import { renameFile } from '../app/outside/held-files';
import { syncFolder } from '../store/sqlite/durable';
import { UpdateFailure } from './failure';
import { FEED, MOST_OF_FEED, readFeed, SIGNATURE } from './feed';
import type { Source } from './source';

/** A virus scanner may still be looking at it. */
const REMOVED = { recursive: true, force: true, maxRetries: 8 } as const;
/** Beside an installer the disk has to hold the clinic's day. */
const SPARE = 64 * 1024 * 1024;

/** What lies there, with the letters that were signed. */
export interface Found {
  readonly feed: UpdateFeed;
  readonly text: Buffer;
  readonly signature: Buffer;
}

/** Throws UpdateFailure, or what `signal` was aborted with. */
export async function lookAt(source: Source, key: KeyObject, signal: AbortSignal): Promise<Found> {
  const text = await smallFile(source, FEED, signal);
  const signature = await smallFile(source, SIGNATURE, signal).catch((error: unknown) => {
    // The one without the other is an update that nobody vouches for.
    const isMissing = error instanceof UpdateFailure && error.problem === 'nothing_there';
    throw isMissing ? new UpdateFailure('not_signed', error) : error;
  });
  return { feed: readFeed(text, signature, key), text, signature };
}

async function smallFile(source: Source, name: string, signal: AbortSignal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of source.parts(name, signal)) {
    bytes += part.length;
    if (bytes > MOST_OF_FEED) throw new UpdateFailure('not_signed');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

interface Fetching {
  readonly source: Source;
  readonly found: Found;
  readonly file: UpdateFile;
  /** Becomes a folder with the installer, what was signed of it, and the signature; before, it is there not at all. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: (part: number) => void;
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** Throws UpdateFailure, or what `signal` was aborted with; then nothing is left of it. */
export async function fetchInstaller(wish: Fetching): Promise<void> {
  const { found, file, folder, freeBytes = freeBytesIn } = wish;
  const part = `${folder}.part`;
  try {
    await rm(part, REMOVED);
    await mkdir(part, { recursive: true, mode: 0o700 });
    if ((await freeBytes(part)) < file.bytes + SPARE) throw new UpdateFailure('no_room');
    const installer = await open(join(part, file.name), 'wx', 0o600);
    try {
      await copyChecked(wish, installer);
      await installer.sync();
    } finally {
      await installer.close();
    }
    await writeFile(join(part, FEED), found.text);
    await writeFile(join(part, SIGNATURE), found.signature);
    await rm(folder, REMOVED);
    await renameFile(part, folder);
    syncFolder(dirname(folder));
  } catch (error) {
    await rm(part, REMOVED).catch(() => undefined);
    throw keepable(error);
  }
}

/** Not a byte more than was signed is taken. */
async function copyChecked(wish: Fetching, installer: FileHandle): Promise<void> {
  const { source, file, signal, progress } = wish;
  const hash = createHash('sha512');
  let bytes = 0;
  for await (const part of source.parts(file.name, signal)) {
    bytes += part.length;
    if (bytes > file.bytes) throw new UpdateFailure('changed');
    hash.update(part);
    await installer.writeFile(part);
    progress(bytes / file.bytes);
  }
  if (bytes !== file.bytes || hash.digest('hex') !== file.sha512) throw new UpdateFailure('changed');
}

function keepable(error: unknown): unknown {
  const code = codeOf(error);
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return new UpdateFailure('no_room', error);
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return new UpdateFailure('denied', error);
  return error;
}

async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
