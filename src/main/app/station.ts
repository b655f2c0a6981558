import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Station } from '../../shared/model/desk';
import type { StationPrinter } from '../../shared/model/print-job';
import { type PrintTarget, type StationName, targetOf } from '../../shared/model/print-settings';
import { fail, ok, type Result } from '../../shared/result';
import type { PrintJobCount } from '../store/store';
import { contextNow, type Environment } from './environment';
import { startOfToday } from './slips';

const LAST_BACKUP = 'last_backup_at';
const BACKUPS_KEPT = 14;

/** How things stand with what the desk depends on: printers and backup. */
export async function stationStatus(environment: Environment): Promise<Station> {
  const { store } = environment;
  const { print } = await store.settings();
  const counts = await store.countPrintJobs(await startOfToday(environment));
  const desk = await stationPrinter(environment, 'desk', targetOf(print, 'desk'), counts);
  const kiosk = await stationPrinter(environment, 'kiosk', targetOf(print, 'kiosk'), counts);
  const lastBackup = await store.meta(LAST_BACKUP);
  return {
    printer: {
      name: desk.name,
      waitingJobs: desk.waitingJobs + kiosk.waitingJobs,
      failedJobs: desk.failedJobs + kiosk.failedJobs,
      lastSentAt: latestOf([desk.lastSentAt, kiosk.lastSentAt]),
    },
    printers: { desk, kiosk },
    lastBackupAt: lastBackup === undefined ? null : Number(lastBackup),
  };
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
