import { type PrinterInfo, webContents } from 'electron';

/** Which of CUPS's printer-type bits says that the printer is the default. */
const CUPS_PRINTER_DEFAULT = 0x20000;

/**
 * The system's default printer; undefined: there is none. CUPS marks it in its options; Windows always has one as
 * soon as it has any, and prints to it when none is named (`''`).
 */
export async function defaultPrinter(): Promise<string | undefined> {
  const [asker] = webContents.getAllWebContents();
  const printers = (await asker?.getPrintersAsync()) ?? [];
  if (process.platform === 'win32') return printers.length > 0 ? '' : undefined;
  const isDefault = (printer: PrinterInfo): boolean => {
    const options = printer.options as Record<string, string | undefined>;
    return (Number(options['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0;
  };
  return printers.find(isDefault)?.name;
}
