import { readdirSync, rmSync, statSync } from 'node:fs';
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

function copiesIn(folder: string): Copy[] {
  return namesIn(folder).flatMap((file) => {
    const name = parseCopyName(file);
    const path = join(folder, file);
    const found = name && statSync(path, { throwIfNoEntry: false });
    if (!name || !found?.isFile()) return [];
    return [{ path, folder, file, ...name, size: found.size, facts: readSidecar(path) }];
  });
}

/** What a process that was killed while it copied has left: half copies, and words about copies that are gone. */
export function removeLeftovers(folder: string): void {
  const names = namesIn(folder);
  const known = new Set(names.filter((file) => parseCopyName(file)).map((file) => sidecarOf(file)));
  for (const file of names) {
    const isOrphan = /^opd-tokens-\d{4}.*\.json$/.test(file) && !known.has(file);
    if (isLeftover(file) || isOrphan) rmSync(join(folder, file), { force: true, recursive: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
