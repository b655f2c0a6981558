import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationPrinter } from '../../../shared/model/print-job';
import { type PrintTarget, type StationName, targetOf } from '../../../shared/model/print-settings';
import type { Station } from '../../../shared/model/station';
import { fail, ok, type Result } from '../../../shared/result';
import type { PrintJobCount } from '../../store/store';
import { fileTime } from '../day/calendar';
import { contextNow, type Environment } from '../environment';
import { afterwards } from '../run/failures';
import { startOfToday } from '../slips/jobs';

const LAST_BACKUP = 'last_backup_at';
const BACKUPS_KEPT = 14;

/** How things stand with what the desk depends on: printers and backup. */
export async function stationStatus(environment: Environment): Promise<Station> {
  const { store } = environment;
  const { print } = await store.settings();
  const counts = await store.countPrintJobs(await startOfToday(environment));
  const desk = await stationPrinter(environment, 'desk', targetOf(print, 'desk'), counts);
  const kiosk = await stationPrinter(environment, 'kiosk', targetOf(print, 'kiosk'), counts);
  return {
    printer: {
      name: desk.name,
      waitingJobs: desk.waitingJobs + kiosk.waitingJobs,
      failedJobs: desk.failedJobs + kiosk.failedJobs,
      lastSentAt: latestOf([desk.lastSentAt, kiosk.lastSentAt]),
    },
    printers: { desk, kiosk },
    lastBackupAt: await lastBackupAt(environment),
  };
}

/** Null: none was made yet. */
export async function lastBackupAt({ store }: Environment): Promise<number | null> {
  const kept = await store.meta(LAST_BACKUP);
  return kept === undefined ? null : Number(kept);
}

async function stationPrinter(
  { printers }: Environment,
  station: StationName,
  target: PrintTarget,
  counts: readonly PrintJobCount[],
): Promise<StationPrinter> {
  const own = counts.filter((count) => count.station === station);
  const howMany = (isOne: (count: PrintJobCount) => boolean): number =>
    own.filter(isOne).reduce((sum, { count }) => sum + count, 0);
  const isWaiting = ({ state, again }: PrintJobCount): boolean =>
    state === 'queued' || state === 'printing' || again;
  const { name, health } = await printers.look(target);
  return {
    way: target.way,
    paper: target.paper,
    name,
    health,
    waitingJobs: howMany(isWaiting),
    failedJobs: howMany(({ state, again }) => state === 'failed' && !again),
    unknownJobs: howMany(({ state }) => state === 'unknown'),
    lastSentAt: latestOf(own.map(({ state, latest }) => (state === 'sent' ? latest : null))),
  };
}

function latestOf(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** By folder: a second one asked for meanwhile is the same. */
const underWay = new Map<string, Promise<Result<Record<string, never>>>>();

/** A whole copy of the data in the backup folder; the latest fourteen are kept. Errors: UNAVAILABLE. */
export function makeBackup(environment: Environment): Promise<Result<Record<string, never>>> {
  const { backupFolder } = environment;
  const made =
    underWay.get(backupFolder) ?? copyData(environment).finally(() => underWay.delete(backupFolder));
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

async function copyData(environment: Environment): Promise<Result<Record<string, never>>> {
  const { store, backupFolder, log } = environment;
  const { now } = await contextNow(environment);
  const { timeZone } = (await store.settings()).clinic;
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
