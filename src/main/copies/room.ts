import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ListedCopy } from '../../shared/model/backups';
import type { CopyPlace, CopyWish, PlaceLook } from '../app/outside/copy-room';
import { freeBytesIn, SPARE } from './files';
import { clinicIn } from './inspect';
import { type Copy, listCopies, ownOf, removeLeftovers } from './list';
import { pack } from './pack';
import { PlaceError } from './problem';
import { copiesToRemove, isOfFuture } from './retention';
import { removeCopy } from './sidecar';

export interface Tools {
  /** The database of the app. */
  readonly database: string;
  readonly nativeBinding?: string | undefined;
  /** Bytes that are free where this folder is. */
  readonly freeBytes?: ((folder: string) => number) | undefined;
  readonly progress?: ((part: number) => void) | undefined;
  readonly workFactor?: number | undefined;
}

const freeOf = (folder: string, { freeBytes = freeBytesIn }: Tools): number => freeBytes(folder);

/** Throws {@link PlaceError} no_room where so many bytes do not fit. */
export function checkRoom(folder: string, needed: number, tools: Tools): void {
  if (freeOf(folder, tools) < needed + SPARE) throw new PlaceError('no_room');
}

/** The data with what is not yet written back into them. */
export function sizeOfData(database: string): number {
  const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size(database) + size(`${database}-wal`);
}

/** Throws {@link PlaceError} gone; makes the app's own folder. */
export function enter({ folder, isOwn, hasHeld }: CopyPlace, tools: Tools): readonly Copy[] {
  if (isOwn) mkdirSync(folder, { recursive: true });
  // Throws where it is not there, or may not be looked at.
  readdirSync(folder);
  const copies = ownCopies(folder, tools);
  if (!isOwn && hasHeld && copies.length === 0) throw new PlaceError('gone');
  return copies;
}

/** The copies of these data in a folder. */
export function ownCopies(folder: string, { database, nativeBinding }: Tools): Copy[] {
  return ownOf(listCopies([folder]), clinicIn(database, { nativeBinding }));
}

/** A copy in one place, proved; then the old ones there go. */
export async function copyTo(
  wish: CopyWish,
  tools: Tools,
): Promise<{ readonly look: PlaceLook; readonly removed: readonly string[] }> {
  const { source, work, place, passphrase, now, reason, appVersion, keeping } = wish;
  const before = enter(place, tools);
  if (dirname(source) !== place.folder) removeLeftovers(place.folder, { isShared: !place.isOwn });
  const unpacked = statSync(source).size;
  // As large as the last one and a little more; where there is none, as large as it can be.
  const last = before.find(({ packing, size }) => packing !== 'plain' && size > 0);
  checkRoom(place.folder, last ? last.size * 1.25 : unpacked, tools);
  checkRoom(work, unpacked, tools);
  const lock = passphrase === null ? undefined : { passphrase, workFactor: tools.workFactor };
  const { nativeBinding, progress } = tools;
  const made = await pack({
    ...{ source, work, reason, appVersion, nativeBinding, progress, lock },
    folder: place.folder,
    madeAt: now,
  });
  const removed: string[] = [];
  if (keeping) {
    const copies = ownCopies(place.folder, tools).map(({ file, madeAt, size, facts }) => ({
      ...{ file, madeAt, size },
      proved: facts?.provedAt != null,
    }));
    for (const file of copiesToRemove(copies, { ...keeping, now, made: made.file })) {
      removeCopy(join(place.folder, file));
      removed.push(file);
    }
  }
  return { look: lookAt(place, now, tools), removed };
}

export function lookAt(place: CopyPlace, now: number, tools: Tools): PlaceLook {
  const copies = enter(place, tools);
  const proved = copies.find(({ madeAt, facts }) => facts?.provedAt != null && !isOfFuture(madeAt, now));
  return {
    copies: copies.length,
    usedBytes: copies.reduce((sum, { size }) => sum + size, 0),
    freeBytes: freeOf(place.folder, tools),
    lastProvedAt: proved?.madeAt ?? null,
  };
}

export function listed({ folder, file, madeAt, size, packing, facts }: Copy): ListedCopy {
  return { folder, file, madeAt, size, packing, facts };
}

/** A folder for one trial in the work folder, gone afterwards. */
export async function inside<T>(work: string, name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(work, `opd-tokens-${name}-${process.pid}.part`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
