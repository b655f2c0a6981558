import { expect, test } from 'vitest';
import { printersOfCups, printersOfWindows } from '../../src/main/print/system-printers';
import type { WindowsPrinter } from '../../src/main/print/windows-printers';
import { createWindowsQueue, type WindowsQueue } from '../../src/main/print/windows-queue';

const slip: WindowsPrinter = { name: 'Slip', isDefault: true, makes: 'paper', health: 'ok', isHeld: false };

interface Spooler {
  readonly queue: WindowsQueue;
  /** How often it was asked. */
  asked(): number;
  /** What it says from now on; null: it cannot be asked. */
  says(printer: Partial<WindowsPrinter> | null): void;
  /** From now on it does not answer until it is let go on. */
  hang(): () => void;
  pass(milliseconds: number): void;
}

function spooler(first: Partial<WindowsPrinter> | null = {}): Spooler {
  let told = first;
  let now = 0;
  let asked = 0;
  let hanging: Promise<void> | undefined;
  const queue = createWindowsQueue({
    ticks: () => now,
    async ask() {
      asked += 1;
      await hanging;
      return told && [{ ...slip, ...told }];
    },
  });
  return {
    queue,
    asked: () => asked,
    says(printer) {
      told = printer;
    },
    hang() {
      let goOn = (): void => undefined;
      hanging = new Promise((resolve) => {
        goOn = resolve;
      });
      return () => {
        hanging = undefined;
        goOn();
      };
    },
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}

test('it is asked once, and then seldom and in the background: no slip waits for an answer', async () => {
  const { queue, asked, says, hang, pass } = spooler();
  expect(await queue.look('Slip')).toEqual({ accepts: true, stopped: false, health: 'ok' });
  for (let slip = 0; slip < 20; slip += 1) await queue.look('Slip');
  expect(asked()).toBe(1);
  const goOn = hang();
  says({ health: 'paper_out' });
  pass(60_000);
  expect((await queue.look('Slip'))?.health).toBe('ok');
  expect((await queue.look('Slip'))?.health).toBe('ok');
  expect(asked()).toBe(2);
  goOn();
  await expect.poll(async () => (await queue.look('Slip'))?.health).toBe('paper_out');
  expect(asked()).toBe(2);
});

test('paper out is told and keeps no slip back: many drivers find out only by printing that there is some again', async () => {
  const { queue, asked } = spooler({ health: 'paper_out' });
  expect(await queue.look('Slip')).toEqual({ accepts: true, stopped: false, health: 'paper_out' });
  expect(asked()).toBe(1);
});

test('a printer that is held gets nothing, and is asked again with every slip until it is held no more', async () => {
  const { queue, asked, says } = spooler({ health: 'stopped', isHeld: true });
  expect(await queue.look('Slip')).toMatchObject({ stopped: true, health: 'stopped' });
  const before = asked();
  says({});
  expect(await queue.look('Slip')).toEqual({ accepts: true, stopped: false, health: 'ok' });
  expect(asked()).toBe(before + 1);
});

test('one that cannot be asked says nothing, is asked less and less often, and stops nobody', async () => {
  const { queue, asked, pass } = spooler(null);
  for (let minute = 0; minute < 60; minute += 1) {
    expect(await queue.look('Slip')).toBeNull();
    pass(60_000);
  }
  expect(asked()).toBeLessThan(10);
});

test('what is known of a printer is true for five minutes; which is the default, and what it makes, for longer', async () => {
  const { queue, says, pass } = spooler({ health: 'stopped', isHeld: true, makes: 'file' });
  await queue.known();
  says(null);
  pass(299_000);
  expect(await queue.known()).toMatchObject([{ health: 'stopped', isHeld: true }]);
  pass(2_000);
  expect(await queue.known()).toEqual([{ ...slip, health: 'unknown', isHeld: false, makes: 'file' }]);
});

test('somebody who looks is told what is true now; of printers it does not know it says nothing', async () => {
  const { queue, says } = spooler();
  await queue.known();
  says({ health: 'offline' });
  await queue.refresh();
  expect((await queue.look('Slip'))?.health).toBe('offline');
  expect(await queue.look('Another')).toBeNull();
  expect(await queue.look('')).toBeNull();
});

const listed = (...names: string[]) => names.map((name) => ({ name, options: {} }));
const defaults = (printers: ReturnType<typeof printersOfWindows>) =>
  printers.filter(({ isDefault, makes }) => isDefault && makes === 'paper').map(({ name }) => name);

test('Windows: the default, and how it is, is what the spooler tells', () => {
  const told = [slip, { ...slip, name: 'PDF', makes: 'file', isDefault: false } as const];
  expect(printersOfWindows(listed('PDF', 'Slip', 'New'), told)).toEqual([
    { name: 'PDF', isDefault: false, health: 'ok', makes: 'file' },
    { name: 'Slip', isDefault: true, health: 'ok', makes: 'paper' },
    { name: 'New', isDefault: false, health: 'unknown', makes: 'paper' },
  ]);
});

test('a spooler that tells nothing: the nameless default only where no printer makes files, else the only one for paper', () => {
  expect(defaults(printersOfWindows(listed('Slip', 'Laser'), null))).toEqual(['']);
  expect(defaults(printersOfWindows(listed('Slip'), null))).toEqual(['Slip']);
  const usual = ['Microsoft Print to PDF', 'Microsoft XPS Document Writer', 'Fax', 'OneNote (Desktop)'];
  expect(defaults(printersOfWindows(listed(...usual, 'Slip'), null))).toEqual(['Slip']);
  expect(defaults(printersOfWindows(listed(...usual, 'Slip', 'Laser'), null))).toEqual([]);
  expect(defaults(printersOfWindows(listed(...usual), null))).toEqual([]);
  expect(printersOfWindows([], null)).toEqual([]);
  const byDriver = [{ name: 'Büro', options: { 'printer-make-and-model': 'Microsoft Print To PDF' } }];
  expect(defaults(printersOfWindows(byDriver, null))).toEqual([]);
});

test('CUPS: a queue that writes PDFs is known by where its jobs go, not by its driver', () => {
  const queues = [
    ['SlipPDF', 'cups-pdf:/', 'Generic CUPS-PDF Printer'],
    ['Office', 'ipp://192.168.1.9/ipp', 'Ricoh IM C3000 PDF'],
    ['Nowhere', 'file:///dev/null', 'Local Raw Printer'],
  ] as const;
  const printers = printersOfCups(
    queues.map(([name, uri, driver]) => ({
      name,
      options: {
        'device-uri': uri,
        'printer-make-and-model': driver,
        'printer-type': String(name === 'SlipPDF' ? 0x20000 : 0),
        'printer-state': '3',
      },
    })),
  );
  expect(printers.map(({ name, isDefault, makes }) => [name, isDefault, makes])).toEqual([
    ['SlipPDF', true, 'file'],
    ['Office', false, 'paper'],
    ['Nowhere', false, 'file'],
  ]);
});
