import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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
