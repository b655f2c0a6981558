import { type PrinterInfo, webContents } from 'electron';
import type { PrinterHealth, SystemPrinter } from '../../shared/model/print-job';

/** Which of CUPS's printer-type bits says that the printer is the default. */
const CUPS_PRINTER_DEFAULT = 0x20000;
/** IPP: the queue prints nothing. */
const IPP_PRINTER_STOPPED = '5';

/**
 * The printers that the system knows. Windows does not tell which is the default, but prints to it when none is named:
 * there `''` stands for it, first in the list, as soon as there are any.
 */
export async function systemPrinters(): Promise<readonly SystemPrinter[]> {
  const asker = webContents.getAllWebContents().find((contents) => !contents.isDestroyed());
  const printers = (await asker?.getPrintersAsync()) ?? [];
  const listed = printers.map(({ name, options }) => {
    const facts = options as Facts;
    return { name, isDefault: isDefault(facts), health: healthOf(facts) };
  });
  const unnamed: SystemPrinter = { name: '', isDefault: true, health: 'unknown' };
  return process.platform === 'win32' && listed.length > 0 ? [unnamed, ...listed] : listed;
}

type Facts = PrinterInfo['options'] & Readonly<Record<string, string | undefined>>;

function isDefault(facts: Facts): boolean {
  return (Number(facts['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0;
}

/** By CUPS: why a queue stands still is in its reasons, such as `media-empty-error`. */
function healthOf(facts: Facts): PrinterHealth {
  const state = facts['printer-state'];
  if (state === undefined) return 'unknown';
  const reasons = facts['printer-state-reasons'] ?? '';
  if (/media-empty|media-needed/.test(reasons)) return 'paper_out';
  if (/cover-open|door-open/.test(reasons)) return 'cover_open';
  return state === IPP_PRINTER_STOPPED || /offline|shutdown/.test(reasons) ? 'offline' : 'ok';
}
