import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createApp } from '../../../src/main/app/app';
import type { PracticeDoor } from '../../../src/main/app/outside/practice-door';
import { preparePractice } from '../../../src/main/app/practice/practice';
import { deviceSchema } from '../../../src/shared/model/device';
import { ok } from '../../../src/shared/result';
import { at, noWindows, openClinic, staff, unwrap } from '../../helpers/clinic';

function countingDoor(): { door: PracticeDoor; passed: string[] } {
  const passed: string[] = [];
  const pass = (way: string) => async () => {
    passed.push(way);
    return ok({});
  };
  return {
    door: { enter: pass('in'), leave: pass('out'), setAside: pass('aside'), goBack: pass('back') },
    passed,
  };
}

test('one way in from the clinic, one way out of practice, and neither twice', async () => {
  const { environment } = await openClinic();
  const { door, passed } = countingDoor();
  const clinic = createApp({ ...environment, practiceDoor: door }, noWindows);
  expect(await clinic.call('practice.leave', {}, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
  unwrap(await clinic.call('practice.enter', {}, staff));
  const practice = createApp({ ...environment, practice: true, practiceDoor: door }, noWindows);
  expect(await practice.call('practice.enter', {}, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
  unwrap(await practice.call('practice.leave', {}, staff));
  expect(passed).toEqual(['in', 'out']);
});

test('nobody closes the clinic to practise from another computer, and a server has no way in', async () => {
  const { environment, app } = await openClinic();
  const { door, passed } = countingDoor();
  const withDoor = createApp({ ...environment, practiceDoor: door }, noWindows);
  const device = deviceSchema.parse({
    id: crypto.randomUUID(),
    name: 'Second desk',
    role: 'reception',
    doctorId: null,
    shows: [],
    createdAt: 0,
    lastSeenAt: null,
    revokedAt: null,
  });
  const other: Caller = { ...staff, device: { ...device, manages: false } };
  expect(await withDoor.call('practice.enter', {}, other)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await app.call('practice.enter', {}, staff)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(unwrap(await withDoor.call('app.status', {}, other))).toMatchObject({ canPractise: false });
  expect(passed).toEqual([]);
});

test('slips and samples of a practice day say so', async () => {
  const { environment, issued } = await openClinic();
  const practice = createApp({ ...environment, practice: true }, noWindows);
  const { id } = await issued();
  const ticket = unwrap(await practice.call('slips.ticket', { tokenId: id }, staff));
  const sample = unwrap(await practice.call('slips.sample', {}, staff));
  expect([ticket.print.practice, sample.print.practice]).toEqual([true, true]);
});

test('a practice day in the evening begins in the morning; in the morning it goes by the real time', async () => {
  for (const [time, begins] of [
    ['19:00', '08:45'],
    ['10:10', '10:10'],
  ] as const) {
    const { environment, clock } = await openClinic({ time: at(time) });
    await preparePractice({ ...environment, clock: { ...clock, offset: 0 } }, null);
    expect(clock.now()).toBe(at(begins));
  }
});
