import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../store/sqlite/durable';
import { removeFile, renameFile } from '../store/sqlite/held';
import { markerOf } from '../store/sqlite/marker';

/** In the folder of the data: each time a folder of its own. */
export const SET_ASIDE = 'set-aside';

/**
 * Moves a database that nobody has open, with all that belongs to it, into a folder of its own beside it. Whatever ends
 * the process meanwhile, it lies whole here or there: a database without its log would look whole, and lack its last
 * changes, so that the log is there before it moves, and gone here only afterwards. Answers that folder; null: there
 * was nothing to move.
 */
export function setDatabaseAside(path: string, now: Date): string | null {
  const beside = [`${path}-wal`, `${path}-journal`, markerOf(path)].filter((file) => existsSync(file));
  if (beside.length === 0 && !existsSync(path)) return null;
  const aside = newFolderAside(path, now);
  for (const file of beside) {
    const copy = join(aside, basename(file));
    copyFileSync(file, copy);
    syncFile(copy);
  }
  syncFolder(aside);
  if (existsSync(path)) renameFile(path, join(aside, basename(path)));
  for (const folder of [aside, dirname(aside), dirname(path)]) syncFolder(folder);
  for (const file of [...beside, `${path}-shm`]) removeFile(file);
  return aside;
}

/** A new folder to put something of a database aside in, named after the moment. */
export function newFolderAside(path: string, now: Date, what = ''): string {
  const time = now.toISOString().slice(0, 19).replace(/:/g, '-');
  const folder = freeFolder(join(dirname(path), SET_ASIDE, `${time}${what}`));
  mkdirSync(folder, { recursive: true });
  return folder;
}

function freeFolder(wished: string): string {
  for (let count = 1; ; count += 1) {
    const folder = count === 1 ? wished : `${wished}-${count}`;
    if (!existsSync(folder)) return folder;
  }
}
