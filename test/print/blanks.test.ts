import { expect, test } from 'vitest';
import { first, staff, unwrap } from '../helpers/clinic';
import { networkTarget, openPrintRoom, printerForTest } from './helpers';

test('R25: paper blanks come out of the roll one by one, each with the doctor’s next number', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer, { paper: 'roll_58' }));
  const doctorId = first(room.clinic.doctorIds);
  const print = async () => unwrap(await room.call('blanks.print', { doctorId }, staff)).number;
  expect([await print(), await print()]).toEqual(['A-P01', 'A-P02']);
  expect(room.orders.map(({ subject }) => subject)).toEqual([
    { kind: 'blank', doctorId, number: 1 },
    { kind: 'blank', doctorId, number: 2 },
  ]);
  expect(printer.slips).toHaveLength(2);
  expect(unwrap(await room.call('app.status', {}, staff)).blanksPrinted).toBe(true);
});

test('R25: a blank that did not come out is said, and its number is left out', async () => {
  const printer = await printerForTest({ paperOut: true });
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const wish = { doctorId: first(room.clinic.doctorIds) };
  expect(await room.call('blanks.print', wish, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { problem: 'paper_out' } },
  });
  printer.behaviour.paperOut = false;
  expect(unwrap(await room.call('blanks.print', wish, staff)).number).toBe('A-P02');
});

test.each([
  ['no_printer', { way: 'pdf' }],
  ['no_printer', { way: 'none' }],
  ['bad_paper', { way: 'network', host: '127.0.0.1', paper: 'a6' }],
] as const)('R25: %s where slips go to %o: no number is used up', async (problem, target) => {
  const room = await openPrintRoom();
  await room.setTargets(target);
  const wish = { doctorId: first(room.clinic.doctorIds) };
  expect(await room.call('blanks.print', wish, staff)).toMatchObject({ error: { details: { problem } } });
  expect(unwrap(await room.call('app.status', {}, staff)).blanksPrinted).toBe(false);
});
