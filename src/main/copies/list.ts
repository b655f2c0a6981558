import { readdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyFacts } from '../../shared/model/copy';
import type { Instant } from '../../shared/model/time';
import { isLeftover, type Packing, parseCopyName, sidecarOf } from './name';
import { readSidecar } from './sidecar';

export interface Copy {
  readonly path: string;
  readonly folder: string;
  readonly file: string;
  /** As its name says. */
  readonly madeAt: Instant;
  readonly packing: Packing;
  /** As it lies there, bytes. */
  readonly size: number;
  /** Null: nothing lies beside it; what is in it can be read from inside. */
  readonly facts: CopyFacts | null;
}

/** The copies in some folders, the newest first. A folder that is not there has none. */
export function listCopies(folders: readonly string[]): Copy[] {
  return folders.flatMap((folder) => copiesIn(folder)).sort((one, other) => other.madeAt - one.madeAt);
}

/**
 * Those that are not known to be another clinic’s: several may keep their copies in one folder of the network, and none counts,
 * shows or removes another’s.
 */
export const ownOf = (copies: readonly Copy[], clinic: string | null): Copy[] =>
  copies.filter(({ facts }) => clinic === null || (facts?.clinicId ?? clinic) === clinic);

function copiesIn(folder: string): Copy[] {
  return namesIn(folder).flatMap((file) => {
    const name = parseCopyName(file);
    const path = join(folder, file);
    const found = name && factsOf(path);
    if (!name || !found?.isFile()) return [];
    return [{ path, folder, file, ...name, size: found.size, facts: readSidecar(path) }];
  });
}

/** In a folder that others use as well, what was written to a moment ago is being written. */
const WRITING_MS = 60 * 60_000;

/** What a process that was killed while it copied has left: half copies, and words about copies that are gone. */
export function removeLeftovers(folder: string, { isShared = false } = {}): void {
  const names = namesIn(folder);
  const known = new Set(names.filter((file) => parseCopyName(file)).map((file) => sidecarOf(file)));
  for (const file of names) {
    const isOrphan = /^opd-tokens-\d{4}.*\.json$/.test(file) && !known.has(file);
    const path = join(folder, file);
    if (!(isLeftover(file) || isOrphan) || (isShared && isBeingWritten(path))) continue;
    rmSync(path, { force: true, recursive: true, maxRetries: 3 });
  }
}

/** By the clock of whoever keeps the folder, which may be another’s. */
function isBeingWritten(path: string): boolean {
  const found = factsOf(path);
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < WRITING_MS;
}

/** Undefined: it is not there, or is nothing that can be looked at. One such keeps nobody from the others. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
