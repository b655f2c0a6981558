import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UpdateFile } from '../../shared/model/updates';
import { FEED, fileFor, type Here, readFeed, SIGNATURE } from './feed';
import { compareVersions } from './version';

/** An installer that was fetched, with what was signed of it. */
export interface Kept {
  readonly version: string;
  readonly path: string;
  readonly file: UpdateFile;
}

/** Those whose signature is right and whose file is there, the newest first. Whether it is still the one is `isAsSigned`. */
export async function keptIn(folder: string, key: KeyObject, here: Here): Promise<readonly Kept[]> {
  const names = await readdir(folder).catch(() => []);
  const kept: Kept[] = [];
  for (const name of names) {
    const one = await keptAt(join(folder, name), key, here).catch(() => null);
    if (one?.version === name) kept.push(one);
  }
  return kept.sort((one, other) => compareVersions(other.version, one.version));
}

async function keptAt(folder: string, key: KeyObject, here: Here): Promise<Kept | null> {
  const feed = readFeed(await readFile(join(folder, FEED)), await readFile(join(folder, SIGNATURE)), key);
  const file = fileFor(feed, here);
  const path = join(folder, file.name);
  const { size } = await stat(path);
  return size === file.bytes ? { version: feed.version, path, file } : null;
}

/** Read whole: since it was fetched, somebody or the disk may have changed it. */
export async function isAsSigned({ path, file }: Kept): Promise<boolean> {
  const hash = createHash('sha512');
  try {
    for await (const part of createReadStream(path)) hash.update(part as Uint8Array);
  } catch {
    return false;
  }
  return hash.digest('hex') === file.sha512;
}

/** Whatever else lies there goes: at most what is installed, the one before it and the one after it stay. */
export async function tidyKept(folder: string, stays: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (!stays.includes(name)) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 8 });
}
