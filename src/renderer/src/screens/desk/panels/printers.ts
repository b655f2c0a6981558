import type { PrintersStatus } from '../../../../../shared/model/printers-status';

type Printers = PrintersStatus['printers'];

/** The kiosk prints somewhere else than the desk, or has slips of its own to tell of. */
export function isApart({ desk, kiosk }: Printers): boolean {
  const own = kiosk.way !== desk.way || kiosk.name !== desk.name || kiosk.paper !== desk.paper;
  return own || kiosk.waitingJobs + kiosk.failedJobs + kiosk.unknownJobs > 0;
}
