import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PrinterInfo } from 'electron';
import { SLIP_WIDTH_MM, type SlipPage } from './slip-page';

const MICRONS_PER_MM = 1000;
const INCHES_PER_MM = 1 / 25.4;

/** One page of exactly the slip's size, written whole or not at all. Throws if the folder cannot be written. */
export async function saveSlipPdf({ window, heightMm }: SlipPage, path: string): Promise<void> {
  const pdf = await window.webContents.printToPDF({
    pageSize: { width: SLIP_WIDTH_MM * INCHES_PER_MM, height: heightMm * INCHES_PER_MM },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    pageRanges: '1',
  });
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  await writeFile(unfinished, pdf);
  await rename(unfinished, path);
}

/** Which of CUPS's printer-type bits says that the printer is the default. */
const CUPS_PRINTER_DEFAULT = 0x20000;

/**
 * The system's default printer; undefined: there is none. CUPS marks it in its options; Windows always has one as
 * soon as it has any, and prints to it when none is named (`''`).
 */
export async function defaultPrinter({ window }: SlipPage): Promise<string | undefined> {
  const printers = await window.webContents.getPrintersAsync();
  if (process.platform === 'win32') return printers.length > 0 ? '' : undefined;
  const isDefault = (printer: PrinterInfo): boolean => {
    const options = printer.options as Record<string, string | undefined>;
    return (Number(options['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0;
  };
  return printers.find(isDefault)?.name;
}

/** Hands the slip to a printer's queue without asking. Rejects with the reason if the queue does not take it. */
export function printSlip({ window, heightMm }: SlipPage, printer: string): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(
      {
        silent: true,
        ...(printer === '' ? {} : { deviceName: printer }),
        margins: { marginType: 'none' },
        pageSize: { width: SLIP_WIDTH_MM * MICRONS_PER_MM, height: heightMm * MICRONS_PER_MM },
      },
      (taken, reason) => (taken ? resolve() : reject(new Error(reason || 'The printer did not take it.'))),
    );
  });
}
