import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PrintFailure } from '../../src/main/print/failure';
import { kiosk, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { afterPowerCut, networkTarget, openPrintRoom, printerForTest, testPicture } from './helpers';

test('after a crash: what was with the printer is unknown and asks, what waited is printed, nothing twice', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const hanging = await printerForTest({ stallAfter: 2_000 });
  const crashed = await openPrintRoom({ path, patience: { stall: 60_000 } });
  await crashed.setTargets(networkTarget(hanging));
  const caught = await crashed.issue();
  await crashed.jobIn(caught, 'printing');
  const waiting = [await crashed.issue(), await crashed.issue()];

  const printer = await printerForTest();
  const room = await openPrintRoom({ path: afterPowerCut(path), asleep: true });
  await room.setTargets(networkTarget(printer));
  await room.outbox.resume();
  for (const job of waiting) await room.jobIn(job, 'sent');
  expect(await room.job(caught)).toMatchObject({ state: 'unknown', problem: 'interrupted' });
  expect(printer.slips).toHaveLength(2);
  await room.outbox.resume();
  room.outbox.wake();
  expect(await room.job(caught)).toMatchObject({ state: 'unknown' });
  expect(unwrap(await room.call('slips.jobs', { states: ['unknown', 'sent'] }, staff))).toMatchObject([
    { number: 'A-001', job: { state: 'unknown' } },
    { number: 'A-002', job: { state: 'sent' } },
    { number: 'A-003', job: { state: 'sent' } },
  ]);
  await hanging.unplug();
});

test('an attempt that is due survives a restart, even if the clock was set back', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const printer = await printerForTest({ paperOut: true });
  const before = await openPrintRoom({ path });
  await before.setTargets(networkTarget(printer));
  const job = await before.issue();
  await before.jobIn(job, 'failed');
  await before.outbox.stop();
  printer.behaviour.paperOut = false;
  const room = await openPrintRoom({ path: afterPowerCut(path), asleep: true });
  room.clinic.clock.setTo(before.clinic.clock.now() - 3_600_000);
  await room.outbox.resume();
  expect(await room.jobIn(job, 'sent')).toMatchObject({ attempts: 2 });
  expect(printer.slips).toHaveLength(1);
});

test('slips of a day that is over are not printed: a printer off all night begins with today', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const printer = await printerForTest();
  const yesterday = await openPrintRoom({ path, asleep: true });
  await yesterday.setTargets(networkTarget(printer));
  const old = await yesterday.issue();
  const ahead = await yesterday.issue({ serviceDay: '2026-01-06' });
  const room = await openPrintRoom({ path: afterPowerCut(path), asleep: true });
  room.clinic.clock.setTo(room.clinic.clock.now() + 24 * 3_600_000);
  await room.outbox.resume();
  expect(await room.jobIn(old, 'failed')).toMatchObject({ problem: 'outdated', nextAttemptAt: null });
  await room.jobIn(ahead, 'sent');
  expect(printer.slips).toHaveLength(1);
});

test('a reprint bears the number of its copy and answers the slip before it; a failed one is tried again instead', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const job = await room.issue();
  await room.jobIn(job, 'sent');
  const request = { tokenId: job.tokenId, requestId: 'reprint-0001' };
  const again = unwrap(await room.call('slips.reprint', request, staff));
  expect(again).toMatchObject({ copy: 1, kind: 'token' });
  expect(unwrap(await room.call('slips.reprint', request, staff)).id).toBe(again.id);
  await room.jobIn(again, 'sent');
  expect(await room.job(job)).toMatchObject({ state: 'reprinted' });
  const ticket = unwrap(await room.call('slips.ticket', { tokenId: job.tokenId, jobId: again.id }, staff));
  expect(ticket.print).toMatchObject({ copy: 1, kind: 'token', paper: 'roll_80', way: 'network' });
  expect(printer.slips).toHaveLength(2);

  printer.behaviour.paperOut = true;
  const third = unwrap(await room.call('slips.reprint', { tokenId: job.tokenId }, staff));
  await room.jobIn(third, 'failed');
  printer.behaviour.paperOut = false;
  const retried = unwrap(await room.call('slips.reprint', { tokenId: job.tokenId }, staff));
  expect(retried).toMatchObject({ id: third.id, copy: 2, state: 'queued' });
  await room.jobIn(third, 'sent');
  expect(printer.slips).toHaveLength(3);
});

test('a station that prints no slips has no jobs, and a reprint there says so', async () => {
  const room = await openPrintRoom();
  await room.setTargets({ way: 'none' });
  const { token, print } = unwrap(
    await room.call(
      'tokens.issue',
      {
        doctorId: room.clinic.doctorIds[0] ?? '',
        source: 'walk_in',
        patientName: 'Asha',
        patientContact: '',
      },
      staff,
    ),
  );
  expect(print.way).toBe('none');
  expect(await room.clinic.store.printJobOfToken(token.id)).toBeUndefined();
  expect(await room.call('slips.reprint', { tokenId: token.id }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { problem: 'no_printer' } },
  });
  expect(unwrap(await room.call('printers.status', {}, staff)).printers).toMatchObject({
    desk: { way: 'none', health: 'none', waitingJobs: 0 },
    kiosk: { way: 'none', health: 'none' },
  });
});

test('the kiosk knows that it prints no slips, though the desk does; a booking checked in there too', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer), { way: 'none' });
  const patient = { source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' } as const;
  const doctorId = room.clinic.doctorIds[0] ?? '';
  const atKiosk = unwrap(await room.call('tokens.issue', { doctorId, ...patient }, kiosk));
  expect(atKiosk.print.way).toBe('none');
  const booked = await room.issue({ source: 'online', patientContact: '9876500000' });
  await room.jobIn(booked, 'sent');
  const checkIn = { query: '9876500000', tokenId: booked.tokenId };
  const checkedIn = unwrap(await room.call('kiosk.checkIn', checkIn, kiosk));
  expect(checkedIn.print.way).toBe('none');
  expect(printer.slips).toHaveLength(1);
});

test('a page that cannot be made fails, is tried again, and never begins', async () => {
  const printer = await printerForTest();
  let broken = true;
  const room = await openPrintRoom({
    render: async (_order, _paper, use) => {
      if (broken) throw new PrintFailure('not_rendered', false);
      return use({
        heightMm: 100,
        picture: async (dots) => testPicture(dots),
        pdf: async () => new Uint8Array(),
        print: async () => undefined,
      });
    },
  });
  await room.setTargets(networkTarget(printer));
  const job = await room.issue();
  expect(await room.jobIn(job, 'failed')).toMatchObject({ problem: 'not_rendered', attempts: 1 });
  expect(printer.connections).toBe(0);
  broken = false;
  await room.passPause();
  await room.jobIn(job, 'sent');
});

test.each([[Number.NaN], [0], [60_000]])(
  'a slip %d mm long is no slip: said, and not tried again',
  async (heightMm) => {
    const printer = await printerForTest();
    const room = await openPrintRoom({
      render: (_order, _paper, use) =>
        use({
          heightMm,
          picture: async (dots) => testPicture(dots),
          pdf: async () => new Uint8Array(),
          print: async () => undefined,
        }),
    });
    await room.setTargets(networkTarget(printer));
    expect(await room.jobIn(await room.issue(), 'failed')).toMatchObject({
      problem: 'bad_paper',
      nextAttemptAt: null,
    });
    expect(printer.connections).toBe(0);
  },
);

test('an app that ends begins no slip that was only laid out: it waits for the next start', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const printer = await printerForTest();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const room = await openPrintRoom({
    path,
    render: async (_order, _paper, use) => {
      await held;
      return use({
        heightMm: 100,
        picture: async (dots) => testPicture(dots),
        pdf: async () => new Uint8Array(),
        print: async () => undefined,
      });
    },
  });
  await room.setTargets(networkTarget(printer));
  const laidOut = await room.issue();
  const waiting = await room.issue();
  const ended = room.outbox.stop();
  goOn();
  await ended;
  expect(await room.job(laidOut)).toMatchObject({ state: 'queued', attempts: 0 });
  expect(await room.job(waiting)).toMatchObject({ state: 'queued' });
  expect(printer.slips).toHaveLength(0);
});

test('a clock that was set back makes no older slip the latest one', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const job = await room.issue();
  await room.jobIn(job, 'sent');
  room.clinic.clock.setTo(room.clinic.clock.now() - 60_000);
  const again = unwrap(await room.call('slips.reprint', { tokenId: job.tokenId }, staff));
  await room.jobIn(again, 'sent');
  const latest = unwrap(await room.call('slips.job', { tokenId: job.tokenId }, staff));
  expect(latest).toMatchObject({ id: again.id, copy: 1, state: 'sent' });
});
