import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CopyContent } from '../../shared/model/copy';
import { freeBytesIn } from '../copies/files';
import { type Binding, inspect } from '../copies/inspect';
import { packingOf } from '../copies/name';
import { CopyError } from '../copies/problem';
import { isSame } from '../copies/prove';
import { readSidecar } from '../copies/sidecar';
import { unpack } from '../copies/unpack';
import { syncFile, syncFolder } from '../store/sqlite/durable';
import { renameFile } from '../store/sqlite/held';
import { lockDatabase } from '../store/sqlite/lock';
import { markerOf } from '../store/sqlite/marker';
import { openDatabase } from '../store/sqlite/open';
import { markClosed } from '../store/sqlite/opening';
import { carryOver } from './carried';
import { hasOwnRules } from './own-rules';
import { setDatabaseAside } from './set-aside';

export interface Restoring extends Binding {
  /** The clinic’s database, which nobody has open. */
  readonly path: string;
  /** A copy, packed or plain, or a database that was put aside. */
  readonly copy: string;
  readonly passphrase?: string | undefined;
  readonly now: Date;
  /** From 0 to 1. */
  readonly progress?: ((part: number) => void) | undefined;
}

export interface Restored {
  readonly content: CopyContent;
  /** Where what was here lies now; null: nothing was here. */
  readonly aside: string | null;
}

/** There is not enough room on the disk for what was asked. */
export class NoRoomError extends Error {
  constructor(
    readonly needed: number,
    readonly free: number,
  ) {
    super(
      `There is not enough room on the disk: ${megabytes(needed)} are needed, ${megabytes(free)} are free.`,
    );
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** A database written as text packs to about a fifth; a copy that nothing is known of is taken for smaller still. */
const UNPACKED_TIMES = 10;

/**
 * Makes a copy the clinic’s database. It is unpacked beside the present one, read from end to end and brought up to date
 * first; only then the present one is put aside, whole, and the copy takes its place. Throws {@link CopyError},
 * {@link NoRoomError}, and what opening throws; then everything is as it was.
 */
export async function restore(wishes: Restoring): Promise<Restored> {
  const { path, copy, passphrase, nativeBinding, progress } = wishes;
  const unlock = lockDatabase({ path, nativeBinding });
  const work = join(dirname(path), 'incoming');
  try {
    checkRoom(copy, dirname(path));
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    mkdirSync(work, { recursive: true, mode: 0o700 });
    const incoming = join(work, basename(path));
    const size = statSync(copy, { throwIfNoEntry: false })?.size ?? 0;
    await unpack(copy, incoming, { passphrase, read: (bytes) => progress?.((0.7 * bytes) / size) });
    takeLog(copy, incoming);
    const content = inspect(incoming, { nativeBinding });
    const said = packingOf(copy) === 'plain' && existsSync(`${copy}-wal`) ? null : readSidecar(copy);
    if (said && !isSame(content, said)) throw new CopyError('counts');
    progress?.(0.9);
    return takePlace(wishes, incoming, content);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    unlock();
  }
}

/** The copy is brought up to date while the present one still lies where it lay. */
function takePlace(
  { path, now, nativeBinding }: Restoring,
  incoming: string,
  content: CopyContent,
): Restored {
  const database = openDatabase({ path: incoming, nativeBinding });
  try {
    if (!hasOwnRules(database, { nativeBinding })) throw new CopyError('foreign');
    carryOver(database, { path, nativeBinding, copy: content });
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  syncFile(incoming);
  markClosed(incoming);
  const aside = setDatabaseAside(path, now);
  // The database before its marker: one without a marker is taken as it is.
  renameFile(incoming, path);
  renameFile(markerOf(incoming), markerOf(path));
  syncFolder(dirname(path));
  return { content, aside };
}

/** What was put aside after a crash has its last changes in its log. */
function takeLog(copy: string, incoming: string): void {
  if (packingOf(copy) !== 'plain' || !existsSync(`${copy}-wal`)) return;
  copyFileSync(`${copy}-wal`, `${incoming}-wal`);
  if (existsSync(markerOf(copy))) copyFileSync(markerOf(copy), markerOf(incoming));
}

function checkRoom(copy: string, folder: string): void {
  const packed = statSync(copy, { throwIfNoEntry: false });
  if (!packed?.isFile()) throw new CopyError('missing');
  const times = packingOf(copy) === 'plain' ? 1 : UNPACKED_TIMES;
  const needed = (readSidecar(copy)?.unpackedSize ?? packed.size * times) * 1.2 + 20e6;
  const free = freeBytesIn(folder);
  if (free < needed) throw new NoRoomError(needed, free);
}
