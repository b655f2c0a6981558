import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { WayBack } from '../../shared/model/way-back';
import type { Binding } from '../copies/inspect';
import { listCopies } from '../copies/list';
import { packingOf, parseCopyName } from '../copies/name';
import { readSidecar } from '../copies/sidecar';
import { syncFolder } from '../store/sqlite/durable';
import { forgetExpectations } from '../store/sqlite/marker';
import { newFolderAside, SET_ASIDE } from './set-aside';

/**
 * What a database can go back to, the newest first: the copies in its folder, what was put aside there, and what somebody
 * chose elsewhere.
 */
export function waysBack(path: string, chosen: readonly string[], binding: Binding): WayBack[] {
  const folder = dirname(path);
  const copies = listCopies([join(folder, 'backups')]).map((copy) => copy.path);
  const aside = putAside(join(folder, SET_ASIDE), basename(path));
  const paths = [...new Set([...copies, ...chosen, ...aside, ...beforeUpdates(path)])];
  return paths
    .filter((one) => existsSync(one))
    .map((one) => wayBack(path, one, aside.includes(one), binding))
    .sort((one, other) => other.madeAt - one.madeAt);
}

function wayBack(path: string, way: string, wasPutAside: boolean, binding: Binding): WayBack {
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
    lost: facts && lostAfter(path, facts.lastEventAt, binding),
  };
}

/** As earlier versions kept the data before they brought them up to date. */
function beforeUpdates(path: string): string[] {
  const folder = dirname(path);
  const isOne = (name: string): boolean =>
    name.startsWith(`${basename(path)}.before-`) && !name.endsWith('.part');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(isOne)
        .map((name) => join(folder, name))
    : [];
}

function putAside(folder: string, file: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, file))
    .filter((one) => existsSync(one) && statSync(one).isFile() && statSync(one).size > 0);
}

/** What the present database has and a copy has not; null: it cannot be read. */
function lostAfter(
  path: string,
  lastEventAt: number | null,
  { nativeBinding }: Binding = {},
): { readonly tokens: number; readonly lastEventAt: number | null } | null {
  if (!existsSync(path)) return null;
  try {
    const options = { readonly: true, fileMustExist: true };
    const database = new Database(
      path,
      nativeBinding === undefined ? options : { ...options, nativeBinding },
    );
    try {
      const count = database.prepare('SELECT count(*) FROM tokens WHERE created_at > ?').pluck();
      const last = database.prepare('SELECT at FROM book_events ORDER BY id DESC LIMIT 1').pluck().get();
      const tokens = Number(count.get(lastEventAt ?? 0));
      return { tokens, lastEventAt: typeof last === 'number' ? last : null };
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** Opens what lies there from now on without asking what it was before. */
export function believe(path: string, { withLog }: { withLog: boolean }, now: Date): void {
  if (!withLog && existsSync(`${path}-wal`)) {
    const aside = newFolderAside(path, now, '-log');
    renameSync(`${path}-wal`, join(aside, basename(`${path}-wal`)));
    rmSync(`${path}-shm`, { force: true });
    for (const folder of [aside, dirname(aside), dirname(path)]) syncFolder(folder);
  }
  forgetExpectations(path);
}
