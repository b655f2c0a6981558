import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '../../shared/model/time';
import { DataProblemError } from '../store/sqlite/data-problem';
import { readHeader } from '../store/sqlite/file-facts';
import { removeFile } from '../store/sqlite/held';
import { newestVersion } from '../store/sqlite/migrate';
import { probe } from '../store/sqlite/probe';
import { openReadOnly } from '../store/sqlite/read-only';
import { failureOf } from './failure';
import type { Binding } from './inspect';
import { pack } from './pack';
import { checkRoom, sizeOfData } from './room';
import { snapshot } from './snapshot';

interface Updating extends Binding {
  /** Of the clinic’s database, which nobody has open. */
  readonly path: string;
  readonly appVersion: string;
  readonly now: Instant;
  readonly freeBytes?: ((folder: string) => number) | undefined;
  readonly workFactor?: number | undefined;
}

/**
 * Before a new version writes to the data for the first time: a copy among the others, of the version before. Nothing is done
 * to data that are up to date, or not as they should be. Throws {@link DataProblemError}, no_room or not_updated; the data are
 * as they were.
 */
export async function copyBeforeUpdate(updating: Updating): Promise<void> {
  const { path, nativeBinding, appVersion, now, freeBytes, workFactor } = updating;
  const old = versionToUpdate(updating);
  if (old === null) return;
  const folder = join(dirname(path), 'backups');
  const source = join(folder, `opd-tokens-snapshot-${process.pid}.db.part`);
  try {
    mkdirSync(folder, { recursive: true });
    // The snapshot, the copy, and what is unpacked again to prove it.
    checkRoom(folder, sizeOfData(path) * 2.5, { database: path, freeBytes });
    await snapshot(path, source, { nativeBinding });
    const lock = old.passphrase === null ? undefined : { passphrase: old.passphrase, workFactor };
    const where = { source, folder, work: folder, nativeBinding, lock };
    await pack({ ...where, madeAt: now, reason: 'migration', appVersion });
  } catch (error) {
    const { problem, words } = failureOf(error);
    const found = problem === 'no_room' ? 'no_room' : 'not_updated';
    throw new DataProblemError(path, { problem: found, detail: words }, error);
  } finally {
    removeFile(source);
  }
}

/** Null: there is nothing to bring up to date. */
function versionToUpdate({ path, nativeBinding }: Updating): { readonly passphrase: string | null } | null {
  // What is up to date is not read from end to end twice at each start.
  if (!existsSync(path) || isUpToDate(path) || probe({ path, nativeBinding }).state !== 'fine') return null;
  const database = openReadOnly(path, { nativeBinding });
  try {
    if (database.pragma('user_version', { simple: true }) === newestVersion) return null;
    const one = (sql: string): unknown => database.prepare(sql).pluck().get();
    const isEncrypted = one("SELECT value ->> '$.backup.encrypted' FROM settings WHERE key = 'all'") === 1;
    const passphrase = one("SELECT value FROM meta WHERE key = 'backup.passphrase'");
    const isKnown = typeof passphrase === 'string' && passphrase !== '';
    return { passphrase: isEncrypted && isKnown ? passphrase : null };
  } finally {
    database.close();
  }
}

function isUpToDate(path: string): boolean {
  return !statSync(path).isFile() || readHeader(path).version === newestVersion;
}
