import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CopyFacts } from '../../shared/model/copy';
import type { WayBack } from '../../shared/model/way-back';
import type { Binding } from '../copies/inspect';
import { listCopies } from '../copies/list';
import { packingOf, parseCopyName } from '../copies/name';
import { readSidecar } from '../copies/sidecar';
import { syncFolder } from '../store/sqlite/durable';
import { removeFile, renameFile } from '../store/sqlite/held';
import { isKeptBeside } from '../store/sqlite/kept-beside';
import { forgetExpectations } from '../store/sqlite/marker';
import { clinicIdOf, openReadOnly } from '../store/sqlite/read-only';
import { newFolderAside, SET_ASIDE } from './set-aside';

/**
 * What a database can go back to, the newest first: the copies in its folder, what was put aside there, and what somebody
 * chose elsewhere.
 */
export function waysBack(path: string, chosen: readonly string[], present: () => Present | null): WayBack[] {
  const folder = dirname(path);
  const copies = listCopies([join(folder, 'backups')]).map((copy) => copy.path);
  const aside = putAside(join(folder, SET_ASIDE), basename(path));
  const paths = [...new Set([...copies, ...chosen, ...aside, ...keptBeside(path)])];
  return paths
    .filter((one) => existsSync(one))
    .map((one) => wayBack(one, aside.includes(one), present))
    .sort((one, other) => other.madeAt - one.madeAt);
}

function wayBack(way: string, wasPutAside: boolean, present: () => Present | null): WayBack {
  const { size, mtimeMs } = statSync(way);
  const facts = readSidecar(way);
  const file = basename(way);
  return {
    path: way,
    file,
    folder: dirname(way),
    madeAt: facts?.madeAt ?? parseCopyName(file)?.madeAt ?? Math.trunc(mtimeMs),
    size,
    isEncrypted: packingOf(file) === 'age',
    wasPutAside,
    facts,
    lost: facts && lostAfter(present(), facts),
  };
}

function keptBeside(path: string): string[] {
  const folder = dirname(path);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => isKeptBeside(path, name))
        .map((name) => join(folder, name))
    : [];
}

function putAside(folder: string, file: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, file))
    .filter((one) => existsSync(one) && statSync(one).isFile() && statSync(one).size > 0);
}

/** What the present database has, as far as it can be read; null: it cannot. */
interface Present {
  /** When each token was made, the first one first. */
  readonly tokensAt: readonly number[];
  readonly lastEventAt: number | null;
  /** Null: an early version kept none. */
  readonly clinicId: string | null;
}

/** Read once, when it is first asked for: nobody writes to it meanwhile. */
export function readOnce(path: string, binding: Binding): () => Present | null {
  let read: { readonly present: Present | null } | undefined;
  return () => {
    read ??= { present: presentOf(path, binding) };
    return read.present;
  };
}

/** For all copies at once: a clinic of years has a hundred thousand tokens, and two hundred copies. */
function presentOf(path: string, { nativeBinding }: Binding): Present | null {
  if (!existsSync(path)) return null;
  try {
    const database = openReadOnly(path, { nativeBinding });
    try {
      const tokensAt = database.prepare('SELECT created_at FROM tokens').pluck().all().map(Number);
      const last = database.prepare('SELECT at FROM book_events ORDER BY id DESC LIMIT 1').pluck().get();
      const inOrder = tokensAt.sort((one, other) => one - other);
      return {
        tokensAt: inOrder,
        lastEventAt: typeof last === 'number' ? last : null,
        clinicId: clinicIdOf(database),
      };
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/**
 * What the present database has and a copy has not; null: it is not known, or it is another clinic's. By the times of the tokens,
 * and by how many there are: those made after a clock was set back are no later than the copy's last.
 */
function lostAfter(present: Present | null, { lastEventAt, clinicId, tokens }: CopyFacts): WayBack['lost'] {
  if (present === null) return null;
  if (clinicId && present.clinicId !== null && clinicId !== present.clinicId) return null;
  const upToIt = present.tokensAt.findLastIndex((at) => at <= (lastEventAt ?? 0)) + 1;
  const count = present.tokensAt.length;
  return { tokens: Math.max(count - upToIt, count - tokens), lastEventAt: present.lastEventAt };
}

/** Opens what lies there from now on without asking what it was before. */
export function believe(path: string, { withLog }: { withLog: boolean }, now: Date): void {
  if (!withLog && existsSync(`${path}-wal`)) {
    const aside = newFolderAside(path, now, '-log');
    renameFile(`${path}-wal`, join(aside, basename(`${path}-wal`)));
    removeFile(`${path}-shm`);
    for (const folder of [aside, dirname(aside), dirname(path)]) syncFolder(folder);
  }
  forgetExpectations(path);
}
