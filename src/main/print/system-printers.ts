import type { PrinterHealth, SystemPrinter } from '../../shared/model/print-job';
import { queueHealth } from './cups-queue';
import { makesOf, queueMakes } from './printer-makes';
import type { WindowsPrinter } from './windows-printers';

/** As Electron lists them: of Windows little more than their names, of CUPS all that its queue says. */
export interface ListedPrinter {
  readonly name: string;
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** Which of CUPS's printer-type bits says that the printer is the default. */
const CUPS_PRINTER_DEFAULT = 0x20000;
/** IPP: the queue prints nothing. */
const IPP_PRINTER_STOPPED = '5';

export function printersOfCups(listed: readonly ListedPrinter[]): readonly SystemPrinter[] {
  return listed.map(({ name, options }) => ({
    name,
    isDefault: (Number(options['printer-type'] ?? 0) & CUPS_PRINTER_DEFAULT) !== 0,
    health: cupsHealth(options),
    makes: queueMakes(options['device-uri'] ?? ''),
  }));
}

function cupsHealth(options: ListedPrinter['options']): PrinterHealth {
  const state = options['printer-state'];
  if (state === undefined) return 'unknown';
  return queueHealth(state === IPP_PRINTER_STOPPED, options['printer-state-reasons'] ?? '');
}

/** With what the spooler tells of them; null: it cannot be asked. */
export function printersOfWindows(
  listed: readonly ListedPrinter[],
  told: readonly WindowsPrinter[] | null,
): readonly SystemPrinter[] {
  if (told === null) return untold(listed);
  const byName = new Map(told.map((printer) => [printer.name, printer]));
  return listed.map((printer) => {
    const {
      isDefault = false,
      health = 'unknown',
      makes = makesByName(printer),
    } = byName.get(printer.name) ?? {};
    return { name: printer.name, isDefault, health, makes };
  });
}

/**
 * Nobody tells which is the default, but Windows prints to it when none is named: `''` stands for it, where no printer could
 * be one that writes files. Where only one prints on paper, it is that one.
 */
function untold(listed: readonly ListedPrinter[]): readonly SystemPrinter[] {
  const printers = listed.map((printer) => ({ ...printer, makes: makesByName(printer) }));
  const onPaper = printers.filter(({ makes }) => makes === 'paper');
  const only = onPaper.length === 1 ? onPaper[0]?.name : undefined;
  const all = printers.map(
    ({ name, makes }): SystemPrinter => ({ name, isDefault: name === only, health: 'unknown', makes }),
  );
  const isUnnamed = only === undefined && all.length > 0 && onPaper.length === all.length;
  return isUnnamed ? [{ name: '', isDefault: true, health: 'unknown', makes: 'paper' }, ...all] : all;
}

function makesByName({ name, options }: ListedPrinter): SystemPrinter['makes'] {
  return makesOf({ name, driver: options['printer-make-and-model'] ?? '', port: '', attributes: 0 });
}
