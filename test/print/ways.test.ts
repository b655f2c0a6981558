import { execFileSync } from 'node:child_process';
import { constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SlipPage } from '../../src/main/print/press';
import { printersOfWindows } from '../../src/main/print/system-printers';
import type { WindowsPrinter } from '../../src/main/print/windows-printers';
import { createWindowsQueue } from '../../src/main/print/windows-queue';
import type { SystemPrinter } from '../../src/shared/model/print-job';
import { kiosk, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { openPrintRoom, testPicture } from './helpers';

test('a device file gets the bytes of each slip, one after the other', async () => {
  const device = join(temporaryFolder(), 'lp0');
  writeFileSync(device, '');
  const room = await openPrintRoom();
  await room.setTargets({ way: 'device', device });
  const sent = await room.jobIn(await room.issue(), 'sent');
  expect(sent).toMatchObject({ printer: device, way: 'device' });
  const once = readFileSync(device);
  expect(once.subarray(0, 2)).toEqual(Buffer.from([0x1b, 0x40]));
  expect(once.includes(Buffer.from([0x1d, 0x76, 0x30, 0, 72, 0, 255, 0]))).toBe(true);
  await room.jobIn(await room.issue(), 'sent');
  expect(readFileSync(device)).toHaveLength(once.length * 2);
  await room.room.health.check();
  expect(unwrap(await room.call('printers.status', {}, staff)).printers.desk).toMatchObject({
    name: device,
    health: 'ok',
  });
});

test.each([
  ['a device that is not there', 'device_missing', (folder: string) => join(folder, 'lp7')],
  ['a folder', 'not_a_device', (folder: string) => folder],
  ['a device that is full', 'disk_full', () => '/dev/full'],
  ['no device named', 'no_printer', () => ''],
] as const)('%s: the slip fails as %s, and the token stands', async (_case, problem, pathIn) => {
  const room = await openPrintRoom();
  await room.setTargets({ way: 'device', device: pathIn(temporaryFolder()) });
  const job = await room.issue();
  expect(await room.jobIn(job, 'failed')).toMatchObject({ problem });
  const view = unwrap(await room.call('books.view', { doctorId: room.clinic.doctorIds[0] ?? '' }, staff));
  expect(view.tokens).toMatchObject([{ number: 'A-001', status: 'active' }]);
});

test('a device that takes no more in the middle is given up, and the slip is unknown', async () => {
  const device = join(temporaryFolder(), 'lp0');
  execFileSync('mkfifo', [device]);
  const reader = await open(device, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => reader.close());
  const tall: SlipPage = {
    heightMm: 200,
    // More than a pipe holds.
    picture: async (dots) => testPicture(dots, 1_500),
    pdf: async () => new Uint8Array(),
    print: async () => undefined,
  };
  const room = await openPrintRoom({ render: (_order, _paper, use) => use(tall) });
  await room.setTargets({ way: 'device', device });
  expect(await room.jobIn(await room.issue(), 'unknown')).toMatchObject({ problem: 'stalled' });
});

test('without a printer slips are saved as PDFs, each by a name of its own, and nowhere else', async () => {
  const room = await openPrintRoom();
  const job = await room.issue();
  const sent = await room.jobIn(job, 'sent');
  expect(sent).toMatchObject({ printer: null, pdfPath: join(room.folder, '2026-01-05', 'A-001.pdf') });
  expect(readFileSync(sent.pdfPath ?? '', 'utf8')).toContain('%PDF-');
  const again = unwrap(await room.call('slips.reprint', { tokenId: job.tokenId }, staff));
  expect((await room.jobIn(again, 'sent')).pdfPath).toMatch(/A-001-duplicate-1\.pdf$/);
});

test('a PDF folder of its own is used; one that cannot be written, or is no full path, fails the slip', async () => {
  const folder = temporaryFolder();
  const room = await openPrintRoom();
  await room.setTargets({ way: 'pdf', folder });
  expect((await room.jobIn(await room.issue(), 'sent')).pdfPath).toBe(
    join(folder, '2026-01-05', 'A-001.pdf'),
  );
  writeFileSync(join(folder, 'file'), 'not a folder');
  for (const wrong of [join(folder, 'file'), 'slips']) {
    await room.setTargets({ way: 'pdf', folder: wrong });
    expect(await room.jobIn(await room.issue(), 'failed')).toMatchObject({
      problem: 'folder_denied',
      nextAttemptAt: null,
    });
  }
  mkdirSync(join(folder, '2026-01-05', 'A-004.pdf'));
  await room.setTargets({ way: 'pdf', folder });
  expect(await room.jobIn(await room.issue(), 'failed')).toMatchObject({ problem: 'folder_denied' });
});

test('a printer of the system: its default, one by name, one that is gone and comes back', async () => {
  const laser: SystemPrinter = { name: 'Laser', isDefault: true, health: 'ok', makes: 'paper' };
  const slip: SystemPrinter = { name: 'Slip', isDefault: false, health: 'paper_out', makes: 'paper' };
  let printers = [laser, slip];
  const printed: string[] = [];
  const page: SlipPage = {
    heightMm: 120.2,
    picture: async (dots) => testPicture(dots),
    pdf: async () => new Uint8Array(),
    print: async (printer, { widthMm, heightMm }) => {
      printed.push(`${printer} ${widthMm} × ${heightMm}`);
    },
  };
  const room = await openPrintRoom({
    render: (_order, _paper, use) => use(page),
    systemPrinters: () => printers,
  });
  expect(await room.jobIn(await room.issue(), 'sent')).toMatchObject({ printer: 'Laser', pdfPath: null });
  await room.setTargets({ way: 'system', printer: 'Slip', paper: 'roll_58' }, { way: 'system', paper: 'a6' });
  await room.jobIn(await room.issue(), 'sent');
  expect(printed).toEqual(['Laser 80 × 122', 'Slip 58 × 122']);
  // A printer that is still at work is not asked: its job tells.
  const asked = async () => {
    await room.room.health.check();
    return unwrap(await room.call('printers.status', {}, staff)).printers;
  };
  await expect.poll(asked).toMatchObject({
    desk: { name: 'Slip', health: 'paper_out', paper: 'roll_58' },
    kiosk: { name: 'Laser', health: 'ok', paper: 'a6' },
  });

  printers = [laser];
  const job = await room.issue();
  expect(await room.jobIn(job, 'failed')).toMatchObject({ problem: 'printer_gone' });
  printers = [laser, slip];
  await room.passPause();
  await room.jobIn(job, 'sent');
  expect(unwrap(await room.call('printers.list', {}, staff))).toEqual(printers);
});

test.each([
  ['refuses', 'failed', 'refused', () => Promise.reject(new Error('no'))],
  ['never answers', 'unknown', 'stalled', () => new Promise<void>(() => undefined)],
] as const)('a queue of the system that %s leaves the slip %s', async (_case, state, problem, print) => {
  const page: SlipPage = {
    heightMm: 120,
    picture: async (dots) => testPicture(dots),
    pdf: async () => new Uint8Array(),
    print,
  };
  const room = await openPrintRoom({
    render: (_order, _paper, use) => use(page),
    systemPrinters: () => [{ name: 'Laser', isDefault: true, health: 'ok', makes: 'paper' }],
  });
  expect(await room.jobIn(await room.issue(), state)).toMatchObject({ problem });
});

test('a spooler that never lists its printers: the slip fails and is tried again, and another printer prints meanwhile', async () => {
  const device = join(temporaryFolder(), 'lp0');
  writeFileSync(device, '');
  let spooler: Promise<readonly SystemPrinter[]> = new Promise(() => undefined);
  const room = await openPrintRoom({ systemPrinters: () => spooler });
  await room.setTargets({ way: 'system', printer: 'Laser' }, { way: 'device', device });
  const stuck = await room.issue();
  await room.jobIn(await room.issue({}, kiosk), 'sent');
  expect(await room.jobIn(stuck, 'failed')).toMatchObject({ problem: 'offline' });
  spooler = Promise.resolve([{ name: 'Laser', isDefault: true, health: 'ok', makes: 'paper' }]);
  await room.passPause();
  expect(await room.jobIn(stuck, 'sent')).toMatchObject({ printer: 'Laser' });
});

test('a printer whose queue never answers delays no slip of another, and its own is not printed twice', async () => {
  const printed: string[] = [];
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const page: SlipPage = {
    heightMm: 120,
    picture: async (dots) => testPicture(dots),
    pdf: async () => new Uint8Array(),
    print: async (printer) => {
      printed.push(printer);
      if (printer === 'Stuck') await answered;
    },
  };
  const room = await openPrintRoom({
    render: (_order, _paper, use) => use(page),
    systemPrinters: () =>
      ['Stuck', 'Slip'].map((name) => ({ name, isDefault: false, health: 'ok', makes: 'paper' })),
    patience: { stall: 60_000 },
  });
  await room.setTargets({ way: 'system', printer: 'Stuck' }, { way: 'system', printer: 'Slip' });
  const stuck = await room.jobIn(await room.issue(), 'printing');
  for (let slip = 0; slip < 3; slip += 1) await room.jobIn(await room.issue({}, kiosk), 'sent');
  expect(await room.job(stuck)).toMatchObject({ state: 'printing' });
  answer();
  await room.jobIn(stuck, 'sent');
  expect(printed).toEqual(['Stuck', 'Slip', 'Slip', 'Slip']);
});

test('a default that makes files is not used by itself, and is if somebody chose it', async () => {
  const printers: SystemPrinter[] = [
    { name: 'Microsoft Print to PDF', isDefault: true, health: 'ok', makes: 'file' },
    { name: 'Slip', isDefault: false, health: 'ok', makes: 'paper' },
  ];
  const room = await openPrintRoom({ systemPrinters: () => printers });
  expect(await room.jobIn(await room.issue(), 'sent')).toMatchObject({
    printer: null,
    pdfPath: join(room.folder, '2026-01-05', 'A-001.pdf'),
  });
  expect(unwrap(await room.call('printers.status', {}, staff)).printers.desk).toMatchObject({
    name: null,
    health: 'none',
  });
  await room.setTargets({ way: 'system', printer: 'Microsoft Print to PDF' });
  expect(await room.jobIn(await room.issue(), 'sent')).toMatchObject({ printer: 'Microsoft Print to PDF' });
});

test('Windows: a printer that is held gets no slip; of one that took its slip without paper the desk is told', async () => {
  let told: Partial<WindowsPrinter> = { health: 'stopped', isHeld: true };
  const slip: WindowsPrinter = { name: 'Slip', isDefault: true, makes: 'paper', health: 'ok', isHeld: false };
  const queue = createWindowsQueue({ ticks: () => 0, ask: async () => [{ ...slip, ...told }] });
  const room = await openPrintRoom({
    queue,
    systemPrinters: async () => printersOfWindows([{ name: 'Slip', options: {} }], await queue.known()),
  });
  const health = async () => unwrap(await room.call('printers.status', {}, staff)).printers.desk.health;
  const job = await room.issue();
  expect(await room.jobIn(job, 'failed')).toMatchObject({ problem: 'queue_stopped' });
  expect(await health()).toBe('stopped');
  told = { health: 'paper_out' };
  await room.passPause();
  expect(await room.jobIn(job, 'sent')).toMatchObject({ printer: 'Slip' });
  expect(await health()).toBe('paper_out');
  told = {};
  expect(unwrap(await room.call('printers.list', {}, staff))).toMatchObject([{ name: 'Slip', health: 'ok' }]);
  await room.jobIn(await room.issue(), 'sent');
  expect(await health()).toBe('ok');
});
