import { app, type PrinterInfo, type WebContents, webContents } from 'electron';
import type { PrinterHealth, SystemPrinter } from '../../shared/model/print-job';
import { queueHealth } from './cups-queue';

/** Which of CUPS's printer-type bits says that the printer is the default. */
const CUPS_PRINTER_DEFAULT = 0x20000;
/** The start screen is there long before. */
const FIRST_PAGE_MS = 10_000;
/** IPP: the queue prints nothing. */
const IPP_PRINTER_STOPPED = '5';

/**
 * The printers that the system knows. Windows does not tell which is the default, but prints to it when none is named:
 * there `''` stands for it, first in the list, as soon as there are any.
 */
export async function systemPrinters(): Promise<readonly SystemPrinter[]> {
  const asker =
    webContents.getAllWebContents().find((contents) => !contents.isDestroyed()) ?? (await firstPage());
  const printers = (await asker?.getPrintersAsync()) ?? [];
  const listed = printers.map(({ name, options }) => {
    const facts = options as Facts;
    return { name, isDefault: isDefault(facts), health: healthOf(facts) };
  });
  const unnamed: SystemPrinter = { name: '', isDefault: true, health: 'unknown' };
  return process.platform === 'win32' && listed.length > 0 ? [unnamed, ...listed] : listed;
}

/** Only a page can ask. At the start there is none yet, and that is no proof that there are no printers. */
function firstPage(): Promise<WebContents | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), FIRST_PAGE_MS);
    app.once('web-contents-created', (_event, contents) => {
      clearTimeout(timer);
      resolve(contents);
    });
  });
}

type Facts = PrinterInfo['options'] & Readonly<Record<string, string | undefined>>;

function isDefault(facts: Facts): boolean {
  return (Number(facts['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0;
}

function healthOf(facts: Facts): PrinterHealth {
  const state = facts['printer-state'];
  if (state === undefined) return 'unknown';
  const reasons = facts['printer-state-reasons'] ?? '';
  return queueHealth(state === IPP_PRINTER_STOPPED, reasons);
}
