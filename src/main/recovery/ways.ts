import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { WayBack } from '../../shared/contract/recovery';
import type { Binding } from '../copies/inspect';
import { listCopies } from '../copies/list';
import { packingOf, parseCopyName } from '../copies/name';
import { readSidecar } from '../copies/sidecar';
import { lostAfter } from './restore';
import { SET_ASIDE } from './set-aside';

/**
 * What a database can go back to, the newest first: the copies in its folder, what was put aside there, and what somebody
 * chose elsewhere.
 */
export function waysBack(path: string, chosen: readonly string[], binding: Binding): WayBack[] {
  const folder = dirname(path);
  const copies = listCopies([join(folder, 'backups')]).map((copy) => copy.path);
  const aside = putAside(join(folder, SET_ASIDE), basename(path));
  const paths = [...new Set([...copies, ...chosen, ...aside])];
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

function putAside(folder: string, file: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, file))
    .filter((one) => existsSync(one) && statSync(one).isFile() && statSync(one).size > 0);
}
