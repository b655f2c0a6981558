import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Station } from '../../shared/model/desk';
import { fail, ok, type Result } from '../../shared/result';
import { contextNow, type Environment } from './environment';

const LAST_BACKUP = 'last_backup_at';
const BACKUPS_KEPT = 14;

/** How things stand with what the desk depends on: printer and backup. */
export async function stationStatus({ store, printerName }: Environment): Promise<Station> {
  const [queued, printing, failed, sent] = await Promise.all(
    (['queued', 'printing', 'failed', 'sent'] as const).map((state) => store.countPrintJobs(state)),
  );
  const lastBackup = await store.meta(LAST_BACKUP);
  return {
    printer: {
      name: await printerName(),
      waitingJobs: (queued?.count ?? 0) + (printing?.count ?? 0),
      failedJobs: failed?.count ?? 0,
      lastSentAt: sent?.latest ?? null,
    },
    lastBackupAt: lastBackup === undefined ? null : Number(lastBackup),
  };
}

/** A whole copy of the data in the backup folder; the latest fourteen are kept. Errors: UNAVAILABLE. */
export async function makeBackup(environment: Environment): Promise<Result<Record<string, never>>> {
  const { store, backupFolder, log } = environment;
  const { now } = await contextNow(environment);
  const name = `opd-tokens-${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`;
  try {
    await mkdir(backupFolder, { recursive: true });
    await store.backUp(join(backupFolder, `${name}.part`));
    await rename(join(backupFolder, `${name}.part`), join(backupFolder, name));
    const kept = (await readdir(backupFolder)).filter((file) => /^opd-tokens-.*\.db$/.test(file)).sort();
    for (const old of kept.slice(0, -BACKUPS_KEPT)) await rm(join(backupFolder, old));
  } catch (error) {
    log.error('backup failed', error);
    return fail('UNAVAILABLE', 'The backup could not be written. Is the disk full?');
  }
  await store.saveMeta(LAST_BACKUP, String(now));
  return ok({});
}
