import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { powerShell, runScript } from '../../src/main/print/power-shell';
import { askWindows, readPrinters, type WindowsPrinter } from '../../src/main/print/windows-printers';
import { temporaryFolder } from '../helpers/clinic';

/** What Windows' spooler answers, of `test/print/spooler`. */
function answer(name: 'one' | 'german-windows' | 'troubles'): Buffer {
  return readFileSync(join(import.meta.dirname, 'spooler', `${name}.json`));
}

function read(output: Buffer): readonly WindowsPrinter[] {
  const printers = readPrinters(output);
  if (printers === null) throw new Error('Nothing was understood.');
  return printers;
}

test('one printer is no list in PowerShell, and read all the same', () => {
  expect(read(answer('one'))).toEqual([
    { name: 'EPSON TM-T82 Receipt', isDefault: true, makes: 'paper', health: 'ok', isHeld: false },
  ]);
});

test('a German Windows: what makes files, faxes and notes is known by driver and port, whatever it is called', () => {
  const printers = read(answer('german-windows'));
  expect(Object.fromEntries(printers.map(({ name, makes }) => [name, makes]))).toEqual({
    'OneNote (Desktop)': 'note',
    'OneNote for Windows 10': 'note',
    'Microsoft XPS Document Writer': 'file',
    'Microsoft Print to PDF': 'file',
    Fax: 'fax',
    'Drucker für Zettel – Empfang': 'paper',
    PDF24: 'file',
    'Brother FAX-2840': 'paper',
    'An OneNote senden (Kopie)': 'paper',
  });
  expect(printers.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual([
    'Microsoft Print to PDF',
  ]);
});

test('how printers are is read from numbers; held is what somebody paused or told to work off line', () => {
  const told = read(answer('troubles')).map(({ name, health, isHeld }) => [
    name,
    isHeld ? `${health}, held` : health,
  ]);
  expect(Object.fromEntries(told)).toEqual({
    'off line': 'offline',
    'told to work off line': 'offline, held',
    'paper out': 'paper_out',
    'paper out by its fault alone': 'paper_out',
    'paper out while printing': 'paper_out',
    paused: 'stopped, held',
    'paused while open': 'cover_open, held',
    error: 'stopped',
    jammed: 'stopped',
    open: 'cover_open',
    'needs somebody': 'stopped',
    'being deleted': 'stopped',
    'server away': 'offline',
    printing: 'ok',
    'warming up': 'ok',
    'saves power': 'ok',
    'says nothing': 'unknown',
    'tells nothing but its name': 'unknown',
  });
});

test.each([
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without one', (text: string) => Buffer.from(text, 'utf16le')],
  ['an empty line before and after', (text: string) => Buffer.from(`\r\n${text}\r\n`)],
  ['a list within an object', (text: string) => Buffer.from(`{"value":${text},"Count":9}`)],
] as const)('the same printers come of %s', (_case, encode) => {
  const plain = answer('german-windows');
  expect(read(encode(plain.toString()))).toEqual(read(plain));
});

test.each(['', '   ', 'Get-CimInstance : Zugriff verweigert', '[{"Name":', '42', '[{"PortName":"USB001"}]'])(
  'what cannot be understood is no answer: %j',
  (text) => {
    expect(readPrinters(Buffer.from(text))).toBeNull();
  },
);

test('no printers at all are an answer, too', () => {
  expect(readPrinters(Buffer.from('[]'))).toEqual([]);
});

/** A program in PowerShell's place that does this. */
function standIn(script: string): string {
  const path = join(temporaryFolder(), 'powershell');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const PATIENCE_MS = 20_000;

test('the program is begun with no profile and no questions, with the script as it is, and its answer is read', async () => {
  const told = join(temporaryFolder(), 'told');
  const file = join(import.meta.dirname, 'spooler', 'troubles.json');
  const printers = await askWindows(PATIENCE_MS, standIn(`printf '%s\\n' "$@" > '${told}'\ncat '${file}'`));
  expect(printers).toEqual(read(answer('troubles')));
  const [profile, silent, , , encoded, script = ''] = readFileSync(told, 'utf8').split('\n');
  expect([profile, silent, encoded]).toEqual(['-NoProfile', '-NonInteractive', '-EncodedCommand']);
  const text = Buffer.from(script, 'base64').toString('utf16le');
  expect(text).toContain('Get-CimInstance -ClassName Win32_Printer');
  expect(text).toContain("'\\u{0:x4}' -f [int]$_");
});

test('a program that hangs is ended; one that fails, is forbidden, not there, or says nonsense tells nothing', async () => {
  const pipe = join(temporaryFolder(), 'never-written');
  execFileSync('mkfifo', [pipe]);
  expect(await askWindows(300, standIn(`exec cat '${pipe}'`))).toBeNull();
  const file = join(import.meta.dirname, 'spooler', 'one.json');
  expect(await askWindows(PATIENCE_MS, standIn(`cat '${file}'; exit 1`))).toBeNull();
  expect(await askWindows(PATIENCE_MS, standIn('echo "blocked by group policy" >&2; exit 5'))).toBeNull();
  expect(await askWindows(PATIENCE_MS, standIn('echo "Keine Drucker"'))).toBeNull();
  expect(await askWindows(PATIENCE_MS, join(temporaryFolder(), 'not-there'))).toBeNull();
});

test('PowerShell is looked for in the folder of Windows alone', () => {
  expect(powerShell({ SystemRoot: 'D:\\WINNT' })).toBe(
    'D:\\WINNT\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  expect(powerShell({})).toMatch(/^C:\\Windows\\System32\\/);
});

test('what the system throws instead of beginning a program tells nothing, and is nothing that nobody waited for', async () => {
  // As a policy of Windows does, and here a name with a null in it.
  const names = { OPD_PRINTER: 'Slip\0"; $(calc)' };
  expect(await runScript('', names, PATIENCE_MS, standIn('exit 0'))).toEqual({
    code: undefined,
    isLate: false,
    output: Buffer.alloc(0),
  });
});

test('no name is ever code: what a printer is called arrives letter by letter; one that says too much is ended', async () => {
  const name = `Zettel "'; $(touch x) \`y\` %PATH% \n& del 🖨`;
  const told = await runScript('', { OPD_PRINTER: name }, PATIENCE_MS, standIn('printf %s "$OPD_PRINTER"'));
  expect([told.code, told.output.toString('utf8')]).toEqual([0, name]);
  expect(await askWindows(PATIENCE_MS, standIn('exec cat /dev/zero'))).toBeNull();
});
