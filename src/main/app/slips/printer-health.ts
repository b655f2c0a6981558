import type { StationPrinter } from '../../../shared/model/print-job';
import { type PrintTarget, type StationName, targetOf } from '../../../shared/model/print-settings';
import type { PrintersStatus } from '../../../shared/model/printers-status';
import type { PrintJobCount } from '../../store/store';
import { backupStatus } from '../backup/status';
import type { Call } from '../call';
import type { Environment } from '../environment';
import { startOfToday } from './jobs';

/** How things stand with what the desk depends on: printers and backup. */
export async function printersStatus(call: Call): Promise<PrintersStatus> {
  const { environment, settings } = call;
  const { print } = settings;
  const counts = await environment.store.countPrintJobs(startOfToday(call));
  const desk = await stationPrinter(environment, 'desk', targetOf(print, 'desk'), counts);
  const kiosk = await stationPrinter(environment, 'kiosk', targetOf(print, 'kiosk'), counts);
  const { lastProvedAt, warning } = await backupStatus(call);
  return {
    printer: {
      name: desk.name,
      waitingJobs: desk.waitingJobs + kiosk.waitingJobs,
      failedJobs: desk.failedJobs + kiosk.failedJobs,
      lastSentAt: latestOf([desk.lastSentAt, kiosk.lastSentAt]),
    },
    printers: { desk, kiosk },
    lastBackupAt: lastProvedAt,
    backupWarning: warning,
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
