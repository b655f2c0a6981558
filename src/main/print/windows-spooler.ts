import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrintFailure } from './failure';
import { runScript } from './power-shell';

/** What the script below says by its exit code; anything else is `refused`. */
const NO_SUCH_PRINTER = 3;
const NOT_ALLOWED = 4;
const BROKE_OFF = 5;

/**
 * Hands bytes to a printer's queue on Windows as a RAW document: the driver does not touch them. Throws
 * {@link PrintFailure}.
 *
 * Never run so far: it was written from the documentation of winspool, without a Windows machine.
 */
export async function sendToSpooler(
  bytes: Uint8Array,
  printer: string,
  begin: () => Promise<void>,
  patienceMs: number,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'opd-slip-'));
  try {
    const file = join(folder, 'slip.bin');
    await writeFile(file, bytes);
    await begin();
    const names = { OPD_PRINTER: printer, OPD_FILE: file };
    const { code, isLate } = await runScript(script, names, patienceMs);
    if (isLate) throw new PrintFailure('stalled', true);
    if (code === BROKE_OFF) throw new PrintFailure('cut_off', true);
    if (code === NO_SUCH_PRINTER) throw new PrintFailure('printer_gone', false);
    if (code === NOT_ALLOWED) throw new PrintFailure('device_denied', false);
    if (code !== 0) throw new PrintFailure('refused', false);
  } finally {
    // A program that was ended may hold it a little longer; what came of the slip is true all the same.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

/** OpenPrinter, StartDocPrinter with the data type RAW, WritePrinter until all is taken, and all ended in order. */
const script = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.IO;
using System.Runtime.InteropServices;
public static class RawSlip {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string OutputFile; public string DataType; }
  [DllImport("winspool.drv", EntryPoint = "OpenPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);
  [DllImport("winspool.drv", EntryPoint = "StartDocPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  public static int Send(string name, string path) {
    byte[] bytes = File.ReadAllBytes(path);
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero))
      return Marshal.GetLastWin32Error() == 5 ? ${NOT_ALLOWED} : ${NO_SUCH_PRINTER};
    try {
      DocInfo info = new DocInfo { Name = "OPD slip", OutputFile = null, DataType = "RAW" };
      if (StartDocPrinter(printer, 1, ref info) == 0)
        return Marshal.GetLastWin32Error() == 5 ? ${NOT_ALLOWED} : 1;
      bool whole = false;
      if (StartPagePrinter(printer)) {
        int written;
        whole = WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length;
        whole = EndPagePrinter(printer) && whole;
      }
      return EndDocPrinter(printer) && whole ? 0 : ${BROKE_OFF};
    } finally { ClosePrinter(printer); }
  }
}
'@
exit [RawSlip]::Send($env:OPD_PRINTER, $env:OPD_FILE)
`;
