import { z } from 'zod';
import type { PrinterHealth, PrinterMakes } from '../../shared/model/print-job';
import { runScript } from './power-shell';
import { makesOf } from './printer-makes';

/** One that Windows knows, as its spooler tells. */
export interface WindowsPrinter {
  readonly name: string;
  readonly isDefault: boolean;
  readonly makes: PrinterMakes;
  readonly health: PrinterHealth;
  /** Somebody had it paused, or told it to work off line: what is handed over waits there. */
  readonly isHeld: boolean;
}

const number = z.number().nullish();
const text = z.string().nullish();
const rowSchema = z.object({
  Name: z.string(),
  DriverName: text,
  PortName: text,
  Default: z.boolean().nullish(),
  Attributes: number,
  WorkOffline: z.boolean().nullish(),
  PrinterState: number,
  PrinterStatus: number,
  ExtendedPrinterStatus: number,
  DetectedErrorState: number,
});
type Row = z.infer<typeof rowSchema>;
/** PowerShell makes one printer no list, and puts a list into an object where its types were extended. */
const answerSchema = z.union([
  z.array(rowSchema),
  z.object({ value: z.array(rowSchema) }).transform(({ value }) => value),
  rowSchema.transform((row) => [row]),
]);

/** PRINTER_STATUS_…, bits of PRINTER_INFO_2, which Win32_Printer gives as PrinterState. */
const PAUSED = 0x1;
const PENDING_DELETION = 0x4;
const PAPER_OUT = 0x10;
const DOOR_OPEN = 0x40_0000;
/** OFFLINE, NOT_AVAILABLE, SERVER_OFFLINE. */
const AWAY = 0x80 | 0x1000 | 0x200_0000;
/** ERROR, PAPER_JAM, PAPER_PROBLEM, OUTPUT_BIN_FULL, PAGE_PUNT, USER_INTERVENTION, OUT_OF_MEMORY. */
const AT_FAULT = 0x2 | 0x8 | 0x40 | 0x800 | 0x8_0000 | 0x10_0000 | 0x20_0000;
/** PRINTER_ATTRIBUTE_WORK_OFFLINE. */
const WORKS_OFF_LINE = 0x400;

/** What a program has printed: in UTF-8 or UTF-16, with a byte order mark or without. */
function textOf(output: Buffer): string {
  const isWide = (output[0] === 0xff && output[1] === 0xfe) || output[1] === 0;
  return output.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

/** The printers in what the spooler was said to have; null: it says nothing that can be understood. */
export function readPrinters(output: Buffer): readonly WindowsPrinter[] | null {
  const answer = textOf(output).trim();
  if (answer === '') return null;
  try {
    const read = answerSchema.safeParse(JSON.parse(answer));
    return read.success ? read.data.map(printerOf) : null;
  } catch {
    return null;
  }
}

function printerOf(row: Row): WindowsPrinter {
  const attributes = row.Attributes ?? 0;
  const facts = { name: row.Name, driver: row.DriverName ?? '', port: row.PortName ?? '', attributes };
  const state = row.PrinterState ?? 0;
  const isHeld =
    (state & PAUSED) !== 0 ||
    row.ExtendedPrinterStatus === 8 ||
    row.WorkOffline === true ||
    (attributes & WORKS_OFF_LINE) !== 0;
  return {
    name: row.Name,
    isDefault: row.Default === true,
    makes: makesOf(facts),
    health: healthOf(row),
    isHeld,
  };
}

/** By numbers alone: words are in the language of that Windows. */
function healthOf(row: Row): PrinterHealth {
  const state = row.PrinterState ?? 0;
  const status = row.PrinterStatus ?? 0;
  const extended = row.ExtendedPrinterStatus ?? 0;
  const fault = row.DetectedErrorState ?? 0;
  const has = (bits: number): boolean => (state & bits) !== 0;
  if (has(DOOR_OPEN) || fault === 7) return 'cover_open';
  if (has(PAPER_OUT) || fault === 4) return 'paper_out';
  if (has(PAUSED | PENDING_DELETION) || extended === 8 || extended === 16) return 'stopped';
  const isAway =
    row.WorkOffline === true ||
    ((row.Attributes ?? 0) & WORKS_OFF_LINE) !== 0 ||
    has(AWAY) ||
    status === 7 ||
    extended === 7 ||
    extended === 11 ||
    fault === 9;
  if (isAway) return 'offline';
  // Jammed, a service called for, the bin full; stopped, or at fault.
  if (has(AT_FAULT) || [8, 10, 11].includes(fault) || status === 6 || [6, 9].includes(extended))
    return 'stopped';
  return status >= 3 && status <= 5 ? 'ok' : 'unknown';
}

/**
 * As JSON of ASCII alone, whatever the code page of the console is, and by nothing that a policy forbids in PowerShell's
 * constrained language: other letters become `\uXXXX`.
 */
const script = `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$wanted = 'Name', 'DriverName', 'PortName', 'Default', 'Attributes', 'WorkOffline', 'PrinterState', 'PrinterStatus', 'ExtendedPrinterStatus', 'DetectedErrorState'
$printers = @(Get-CimInstance -ClassName Win32_Printer -Property $wanted -OperationTimeoutSec 8 | Select-Object -Property $wanted)
$json = ConvertTo-Json -Compress -InputObject $printers
-join ($json.ToCharArray() | ForEach-Object { if ([int]$_ -gt 126) { '\\u{0:x4}' -f [int]$_ } else { $_ } })
`;

/** Asks the spooler of Windows for all printers; null: it cannot be asked, or not in time. Never rejects. */
export async function askWindows(
  patienceMs: number,
  program?: string,
): Promise<readonly WindowsPrinter[] | null> {
  const { code, output } = await runScript(script, {}, patienceMs, program);
  return code === 0 ? readPrinters(output) : null;
}
