import { expect, test } from 'vitest';
import { kiosk, staff, unwrap } from '../helpers/clinic';
import { networkTarget, openPrintRoom, printerForTest, testPicture } from './helpers';

test.each([
  ['roll_58', 384],
  ['roll_80', 576],
] as const)(
  'a slip on %s reaches the printer as its picture, bit by bit, %i dots wide',
  async (paper, dots) => {
    const printer = await printerForTest();
    const room = await openPrintRoom();
    await room.setTargets(networkTarget(printer, { paper, beep: true, drawer: true }));
    const job = await room.issue();
    const sent = await room.jobIn(job, 'sent');
    expect(sent).toMatchObject({ problem: null, attempts: 1, way: 'network', pdfPath: null });
    expect(sent.printer).toBe(`127.0.0.1:${printer.port}`);
    expect(printer.slips).toHaveLength(1);
    const [slip] = printer.slips;
    const asked = testPicture(dots, 300, 1);
    expect(slip).toMatchObject({ cut: true, beeps: 2, drawers: 1 });
    expect(slip?.picture.width).toBe(dots);
    // The encoder fills up to whole bytes, downwards too, with white.
    expect(slip?.picture.height).toBe(304);
    expect(
      Buffer.compare(Buffer.from(slip?.picture.data.subarray(0, asked.data.length) ?? []), asked.data),
    ).toBe(0);
    expect(slip?.picture.data.subarray(asked.data.length).every((value) => value === 255)).toBe(true);
    expect(printer.strayBytes).toBe(0);
  },
);

test('a printer that answers nothing prints all the same', async () => {
  const printer = await printerForTest({ mute: true });
  const room = await openPrintRoom({ patience: { status: 50 } });
  await room.setTargets(networkTarget(printer, { cut: false }));
  await room.jobIn(await room.issue(), 'sent');
  await printer.slipCount(1);
  expect(printer.slips[0]).toMatchObject({ cut: false, beeps: 0, drawers: 0 });
  expect(printer.slips[0]?.feeds).toBeGreaterThanOrEqual(4);
});

test.each([
  ['paper_out', { paperOut: true }, { paperOut: false }],
  ['cover_open', { coverOpen: true }, { coverOpen: false }],
] as const)(
  '%s: nothing is sent, the job fails truly, and prints once when that is mended',
  async (problem, bad, good) => {
    const printer = await printerForTest(bad);
    const room = await openPrintRoom();
    await room.setTargets(networkTarget(printer));
    const job = await room.issue();
    const failed = await room.jobIn(job, 'failed');
    expect(failed).toMatchObject({ problem, attempts: 1, nextAttemptAt: failed.updatedAt + 2_000 });
    expect(unwrap(await room.call('printers.status', {}, staff)).printers.desk).toMatchObject({
      health: problem,
      waitingJobs: 1,
      failedJobs: 0,
    });
    Object.assign(printer.behaviour, good);
    await room.passPause();
    expect(await room.jobIn(job, 'sent')).toMatchObject({ problem: null, attempts: 2, nextAttemptAt: null });
    expect(printer.slips).toHaveLength(1);
    expect(unwrap(await room.call('printers.status', {}, staff)).printers.desk).toMatchObject({
      health: 'ok',
    });
  },
);

test('a refused connection is tried again with growing pauses, then given up until somebody asks', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  await printer.unplug();
  const job = await room.issue();
  const pauses: (number | null)[] = [];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const failed = await room.jobIn(job, 'failed', attempt);
    expect(failed).toMatchObject({ problem: 'refused' });
    pauses.push(failed.nextAttemptAt === null ? null : failed.nextAttemptAt - failed.updatedAt);
    if (attempt < 5) await room.passPause();
  }
  expect(pauses).toEqual([2_000, 5_000, 15_000, 60_000, null]);
  expect(unwrap(await room.call('slips.jobs', { states: ['failed'] }, staff))).toMatchObject([
    { number: 'A-001', patientName: 'Patient 1', job: { problem: 'refused', nextAttemptAt: null } },
  ]);
  await printer.plugIn();
  await room.call('slips.retry', { jobId: job.id }, staff);
  await room.jobIn(job, 'sent');
  expect(printer.slips).toHaveLength(1);
});

test.each([
  ['stalled', { stallAfter: 3_000 }],
  ['cut_off', { cutAfter: 3_000 }],
] as const)(
  '%s in the middle: the token stands, the slip is unknown, and is printed once more only if staff say so',
  async (problem, bad) => {
    const printer = await printerForTest(bad);
    const room = await openPrintRoom();
    await room.setTargets(networkTarget(printer));
    const job = await room.issue();
    const unknown = await room.jobIn(job, 'unknown');
    expect(unknown).toMatchObject({ problem, attempts: 1, nextAttemptAt: null });
    room.timers.runOut();
    await room.outbox.resume();
    expect(await room.job(job)).toMatchObject({ state: 'unknown' });
    const view = unwrap(await room.call('books.view', { doctorId: room.clinic.doctorIds[0] ?? '' }, staff));
    expect(view.tokens).toMatchObject([{ number: 'A-001', status: 'active' }]);

    Object.assign(printer.behaviour, {
      stallAfter: Number.POSITIVE_INFINITY,
      cutAfter: Number.POSITIVE_INFINITY,
    });
    const again = unwrap(await room.call('slips.settle', { jobId: job.id, cameOut: false }, staff));
    expect(again).toMatchObject({ copy: 1, state: 'queued' });
    await room.jobIn(again, 'sent');
    expect(await room.job(job)).toMatchObject({ state: 'reprinted' });
    expect(printer.slips).toHaveLength(1);
    expect(await room.call('slips.settle', { jobId: job.id, cameOut: false }, staff)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  },
);

test('an unknown slip that came out is sent, and nothing is printed', async () => {
  const printer = await printerForTest({ cutAfter: 3_000 });
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const job = await room.issue();
  await room.jobIn(job, 'unknown');
  const settled = unwrap(await room.call('slips.settle', { jobId: job.id, cameOut: true }, staff));
  expect(settled).toMatchObject({ id: job.id, state: 'sent', problem: null, copy: 0 });
  expect(await room.clinic.store.printJobsToPrint()).toEqual([]);
});

test('a roll that ends under the slip makes it unknown, for paper', async () => {
  const printer = await printerForTest({ paperEndsAfterRows: 100 });
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  expect(await room.jobIn(await room.issue(), 'unknown')).toMatchObject({ problem: 'paper_out' });
  expect(unwrap(await room.call('printers.status', {}, staff)).printers.desk).toMatchObject({
    health: 'paper_out',
    unknownJobs: 1,
  });
});

test('a kiosk printer that hangs does not hold up the desk, and each printer is told one slip at a time', async () => {
  const hanging = await printerForTest({ stallAfter: 1_000 });
  const good = await printerForTest();
  const room = await openPrintRoom({ patience: { stall: 20_000 } });
  await room.setTargets(networkTarget(good), networkTarget(hanging));
  const stuck = unwrap(
    await room.call(
      'tokens.issue',
      {
        doctorId: room.clinic.doctorIds[0] ?? '',
        source: 'walk_in',
        patientName: 'Kiosk',
        patientContact: '9876543210',
      },
      kiosk,
    ),
  );
  const stuckJob = unwrap(await room.call('slips.job', { tokenId: stuck.token.id }, staff));
  expect(stuckJob.station).toBe('kiosk');
  await room.jobIn(stuckJob, 'printing');
  const jobs = [];
  for (let person = 0; person < 10; person += 1) jobs.push(await room.issue());
  await Promise.all(jobs.map((job) => room.jobIn(job, 'sent')));
  expect(good.slips).toHaveLength(10);
  expect(good.mostAtOnce).toBe(1);
  expect(await room.job(stuckJob)).toMatchObject({ state: 'printing' });
  await hanging.unplug();
  expect(await room.jobIn(stuckJob, 'unknown')).toMatchObject({ problem: 'cut_off' });
});

test('a failed slip can go to the other station’s printer', async () => {
  const desk = await printerForTest();
  const room = await openPrintRoom();
  const away = await printerForTest();
  await room.setTargets(networkTarget(away), networkTarget(desk));
  await away.unplug();
  const job = await room.issue();
  await room.jobIn(job, 'failed');
  const queued = unwrap(await room.call('slips.retry', { jobId: job.id, station: 'kiosk' }, staff));
  expect(queued).toMatchObject({ station: 'kiosk', attempts: 0, copy: 0 });
  await room.jobIn(job, 'sent');
  expect(desk.slips).toHaveLength(1);
  expect(await room.call('slips.retry', { jobId: job.id }, staff)).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test.each(['kiosk', 'desk'] as const)(
  'staff may send a slip to the %s while an attempt of its own is under way: that one is off, and it comes out once',
  async (station) => {
    const desk = await printerForTest();
    const kiosk = await printerForTest();
    const laidOut: (() => void)[] = [];
    let isHeld = false;
    const room = await openPrintRoom({
      render: async (_order, _paper, use) => {
        if (isHeld) await new Promise<void>((go) => laidOut.push(go));
        const nothing = async () => new Uint8Array();
        return use({
          heightMm: 100,
          picture: async (dots) => testPicture(dots),
          pdf: nothing,
          print: async () => undefined,
        });
      },
    });
    await room.setTargets(networkTarget(desk), networkTarget(kiosk));
    await desk.unplug();
    const job = await room.issue();
    await room.jobIn(job, 'failed', 1);
    isHeld = true;
    await room.passPause();
    await expect.poll(() => laidOut).toHaveLength(1);
    const listed = unwrap(await room.call('slips.jobs', { states: ['failed'] }, staff));
    expect(listed, 'it stays in view while it is tried').toMatchObject([{ job: { problem: 'refused' } }]);
    isHeld = false;
    await desk.plugIn();
    unwrap(await room.call('slips.retry', { jobId: job.id, station }, staff));
    for (const go of laidOut) go();
    expect(await room.jobIn(job, 'sent')).toMatchObject({ station, attempts: 1 });
    expect([desk.slips.length, kiosk.slips.length]).toEqual(station === 'desk' ? [1, 0] : [0, 1]);
  },
);

test('health is asked of idle printers, and told when it changes', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const health = async () => unwrap(await room.call('printers.status', {}, staff)).printers.desk.health;
  const told = () => room.clinic.events.filter(({ type }) => type === 'printersChanged').length;
  expect(await health()).toBe('unknown');
  await room.room.health.check();
  expect([await health(), told()]).toEqual(['ok', 1]);
  await room.room.health.check();
  expect(told()).toBe(1);
  printer.behaviour.paperOut = true;
  await room.room.health.check();
  expect([await health(), told()]).toEqual(['paper_out', 2]);
  await printer.unplug();
  await room.room.health.check();
  expect([await health(), told()]).toEqual(['offline', 3]);
});

test('a test slip prints by settings that are not saved, and says in words why it does not', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  const target = networkTarget(printer, { paper: 'roll_58' });
  expect(unwrap(await room.call('printers.test', { station: 'desk', target }, staff))).toEqual({
    printer: `127.0.0.1:${printer.port}`,
    pdfPath: null,
  });
  expect(printer.slips[0]?.picture.width).toBe(384);
  await printer.unplug();
  expect(await room.call('printers.test', { station: 'desk', target }, staff)).toMatchObject({
    error: {
      code: 'UNAVAILABLE',
      message: 'The printer did not take the slip.',
      details: { problem: 'refused' },
    },
  });
  const sheet = { ...target, paper: 'a6' as const };
  expect(await room.call('printers.test', { station: 'desk', target: sheet }, staff)).toMatchObject({
    error: { details: { problem: 'bad_paper' } },
  });
});
