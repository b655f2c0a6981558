import type { PrintProblem } from '../../shared/model/print-job';

/** DLE EOT n, the real-time status of ESC/POS: each is answered with one byte. */
const ask = (n: number): Uint8Array => Uint8Array.of(0x10, 0x04, n);
const PRINTER = 1;
const OFFLINE_CAUSE = 2;
const PAPER_SENSOR = 4;

/** Bits that every such byte has set, and has clear: other bytes are not answers. */
export const isStatusByte = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

export interface PrinterStatus {
  /** Many printers answer nothing, and print. */
  readonly answers: boolean;
  /** What keeps it from printing; null: nothing that it tells of. */
  readonly problem: PrintProblem | null;
}

/** Sends these three bytes and answers the status byte that comes back; undefined: none in time. */
export type AskByte = (request: Uint8Array, patienceMs: number) => Promise<number | undefined>;

/**
 * Asks a printer how it is. One that does not answer the first question within `patienceMs` is not asked the others,
 * which wait `shortMs` each.
 */
export async function askStatus(
  askByte: AskByte,
  patienceMs: number,
  shortMs: number,
): Promise<PrinterStatus> {
  const printer = await askByte(ask(PRINTER), patienceMs);
  if (printer === undefined) return { answers: false, problem: null };
  const cause = (await askByte(ask(OFFLINE_CAUSE), shortMs)) ?? 0;
  const paper = (await askByte(ask(PAPER_SENSOR), shortMs)) ?? 0;
  return { answers: true, problem: problemOf(printer, cause, paper) };
}

function problemOf(printer: number, cause: number, paper: number): PrintProblem | null {
  if ((cause & 0x04) !== 0) return 'cover_open';
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'paper_out';
  if ((cause & 0x40) !== 0) return 'printer_error';
  return (printer & 0x08) !== 0 ? 'offline' : null;
}
