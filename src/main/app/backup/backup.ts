import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { afterwards } from '../run/failures';
import { fileTime } from '../time/calendar';

const LAST_BACKUP = 'last_backup_at';
const BACKUPS_KEPT = 14;
const BACKUP_EVERY_MS = 60 * 60_000;

/** Null: none was made yet. */
export async function lastBackupAt({ store }: Environment): Promise<number | null> {
  const kept = await store.meta(LAST_BACKUP);
  return kept === undefined ? null : Number(kept);
}

/** Once an hour, if anything happened since the last copy. */
export async function backUpIfDue(call: Call): Promise<void> {
  const { environment, now } = call;
  const madeAt = (await lastBackupAt(environment)) ?? 0;
  const changedAt = (await environment.store.lastEventAt()) ?? 0;
  if (changedAt > madeAt && now - madeAt >= BACKUP_EVERY_MS) await makeBackup(call);
}

/** By folder: a second one asked for meanwhile is the same. */
const underWay = new Map<string, Promise<Result<Record<string, never>>>>();

/** A whole copy of the data in the backup folder; the latest fourteen are kept. Errors: UNAVAILABLE. */
export function makeBackup(call: Call): Promise<Result<Record<string, never>>> {
  const { backupFolder } = call.environment;
  const made = underWay.get(backupFolder) ?? copyData(call).finally(() => underWay.delete(backupFolder));
  underWay.set(backupFolder, made);
  return made;
}

/** What a process that was killed while it copied has left. */
export async function removePartialBackups({ backupFolder, log }: Environment): Promise<void> {
  try {
    const files = await readdir(backupFolder).catch(() => []);
    const partial = files.filter((file) => /^opd-tokens-.*\.part(-journal|-wal|-shm)?$/.test(file));
    for (const file of partial) await rm(join(backupFolder, file), { force: true });
  } catch (error) {
    log.warn('half a backup could not be removed', error);
  }
}

async function copyData({ environment, now, settings }: Call): Promise<Result<Record<string, never>>> {
  const { store, backupFolder, log } = environment;
  const { timeZone } = settings.clinic;
  const name = `opd-tokens-${fileTime(now, timeZone)}.db`;
  try {
    await mkdir(backupFolder, { recursive: true });
    await removePartialBackups(environment);
    await store.backUp(join(backupFolder, `${name}.part`));
    await rename(join(backupFolder, `${name}.part`), join(backupFolder, name));
    for (const old of (await backupsIn(backupFolder)).slice(BACKUPS_KEPT)) await rm(old, { force: true });
  } catch (error) {
    log.error('backup failed', error);
    await removePartialBackups(environment);
    return fail('UNAVAILABLE', 'The backup could not be written. Is the disk full?');
  }
  await afterwards(environment, 'noting the backup', () => store.saveMeta(LAST_BACKUP, String(now)));
  return ok({});
}

/** The latest first, by when each was written: their names tell the clinic's time, which can be set back. */
async function backupsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((file) => /^opd-tokens-.*\.db$/.test(file));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, writtenAt: (await stat(path)).mtimeMs };
    }),
  );
  return files.sort((one, other) => other.writtenAt - one.writtenAt).map(({ path }) => path);
}
