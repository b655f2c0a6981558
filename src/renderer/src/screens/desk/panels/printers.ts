import type { PrinterHealth, StationPrinter } from '../../../../../shared/model/print-job';
import type { PrintersStatus } from '../../../../../shared/model/printers-status';

type Printers = PrintersStatus['printers'];

/** The kiosk prints somewhere else than the desk, or has slips of its own to tell of. */
export function isApart({ desk, kiosk }: Printers): boolean {
  const own = kiosk.way !== desk.way || kiosk.name !== desk.name || kiosk.paper !== desk.paper;
  return own || kiosk.waitingJobs + kiosk.failedJobs + kiosk.unknownJobs > 0;
}

const troubles: ReadonlySet<PrinterHealth> = new Set(['offline', 'paper_out', 'cover_open', 'stopped']);

/** Somebody must go and see to it before slips come out. */
export function isInTrouble({ health }: StationPrinter): boolean {
  return troubles.has(health);
}

/** Slips that surely did not come out, or may not have: each waits for somebody. */
export function slipsToSeeTo({ desk, kiosk }: Printers): number {
  return desk.failedJobs + desk.unknownJobs + kiosk.failedJobs + kiosk.unknownJobs;
}
