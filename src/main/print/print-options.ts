import type { PageSize } from './press';

const MICRONS_PER_MM = 1000;
/** Wider is a sheet. */
const WIDEST_ROLL_MM = 80;
/** 8 dots a millimetre, as the heads of receipt printers set them: 384 across 48 mm, 576 across 72. */
const DOTS_PER_INCH = 203;

/** What Electron is told of a page that goes to a queue of the system; `''` is the default one. */
export function printOptions(
  printer: string,
  { widthMm, heightMm }: PageSize,
  platform: NodeJS.Platform,
): Electron.WebContentsPrintOptions {
  // Windows' drivers for rolls are asked for another resolution than their head has if none is said, and scale.
  const isSaid = platform === 'win32' && widthMm <= WIDEST_ROLL_MM;
  return {
    silent: true,
    ...(printer === '' ? {} : { deviceName: printer }),
    ...(isSaid && { dpi: { horizontal: DOTS_PER_INCH, vertical: DOTS_PER_INCH } }),
    margins: { marginType: 'none' },
    pageSize: { width: widthMm * MICRONS_PER_MM, height: heightMm * MICRONS_PER_MM },
  };
}
