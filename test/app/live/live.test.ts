import { expect, test } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createDevices } from '../../../src/main/app/devices/devices';
import { watchAlarms } from '../../../src/main/app/live/log';
import type { Alarm } from '../../../src/shared/model/alarm';
import type { LiveView } from '../../../src/shared/model/live';
import { at, first, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const manager: Caller = { role: 'manager', screen: 'live', doctorId: null };

const view = async ({ app }: TestClinic, caller = manager): Promise<LiveView> =>
  unwrap(await app.call('live.view', {}, caller));
const alarmsOf = async ({ app }: TestClinic): Promise<Alarm[]> =>
  unwrap(await app.call('live.alarms', {}, manager));
const ofFirst = async (clinic: TestClinic) => first((await view(clinic)).doctors);
const rings = ({ events }: TestClinic): string[] =>
  events.flatMap((event) => (event.type === 'alarmsChanged' ? event.rings.map(({ kind }) => kind) : []));

async function look(clinic: TestClinic, time: string): Promise<void> {
  clinic.clock.setTo(at(time));
  await watchAlarms(clinic.environment);
}

test('an empty morning: nobody waits, nobody is idle, and the day is expected to end as printed', async () => {
  const clinic = await openClinic();
  expect(await view(clinic)).toMatchObject({ devices: [], freeBytes: null });
  expect(await ofFirst(clinic)).toMatchObject({
    state: 'expected',
    waiting: 0,
    overTarget: 0,
    longest: null,
    printedEnd: at('13:00'),
    expectedEnd: null,
    idleSince: null,
  });
});

test('R18: the longest wait counts from the check-in or the slot’s start, against the target of its kind', async () => {
  const clinic = await openClinic({ time: at('08:30') });
  await clinic.issued();
  await clinic.issued({ source: 'paid' });
  expect(await ofFirst(clinic)).toMatchObject({ waiting: 2, overTarget: 0, idleSince: null });
  clinic.clock.setTo(at('09:21'));
  // Walk-in 21 of 45 minutes, paid 21 of 20: since nine, when the slot began.
  expect(await ofFirst(clinic)).toMatchObject({
    overTarget: 1,
    longest: { number: 'A-002', since: at('09:00'), targetMinutes: 20 },
    idleSince: at('09:00'),
  });
  clinic.clock.setTo(at('09:46'));
  expect(await ofFirst(clinic)).toMatchObject({ overTarget: 2 });
});

test('idle since: the last one left, somebody came, the break was over, whichever was last; never while somebody is called', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const doctorId = first(clinic.doctorIds);
  const one = await clinic.issued();
  unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
  clinic.clock.setTo(at('09:05'));
  await clinic.issued();
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: null });
  unwrap(await clinic.app.call('tokens.start', { tokenId: one.id }, staff));
  clinic.clock.setTo(at('09:12'));
  unwrap(await clinic.app.call('tokens.serve', { tokenId: one.id }, staff));
  clinic.clock.setTo(at('09:20'));
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: at('09:12') });
  unwrap(await clinic.app.call('doctors.takeBreak', { doctorId, minutes: 10 }, staff));
  expect(await ofFirst(clinic)).toMatchObject({ state: 'break', idleSince: null });
  clinic.clock.setTo(at('09:40'));
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: at('09:30') });
});

test('R22: before the doctor begins, late as that is, nobody is idle', async () => {
  const clinic = await openClinic({ time: at('08:30') });
  const doctorId = first(clinic.doctorIds);
  unwrap(await clinic.app.call('doctors.setDelay', { doctorId, minutes: 30 }, staff));
  await clinic.issued();
  clinic.clock.setTo(at('09:20'));
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: null, lateMinutes: 30 });
  clinic.clock.setTo(at('09:35'));
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: at('09:30') });
});

test('between two sessions nobody is idle; an emergency has no target, and keeps nobody from being longest', async () => {
  const clinic = await openClinic({ time: at('08:30') });
  const doctorId = first(clinic.doctorIds);
  const slots = unwrap(await clinic.app.call('slots.list', { doctorId }, staff));
  unwrap(await clinic.app.call('slots.close', { doctorId, slotId: slots[1]?.id as never }, staff));
  clinic.clock.setTo(at('09:50'));
  await clinic.issued({ source: 'emergency', note: 'Chest pain' });
  await clinic.issued();
  clinic.clock.setTo(at('10:30'));
  expect(await ofFirst(clinic)).toMatchObject({
    state: 'break',
    waiting: 2,
    longest: { number: 'A-002' },
    idleSince: null,
  });
  clinic.clock.setTo(at('11:05'));
  expect(await ofFirst(clinic)).toMatchObject({ idleSince: at('11:00') });
});

test('no patient’s name, phone or id is in what a manager sees', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const { id } = await clinic.issued({ patientName: 'Zubeida Qureshi', patientContact: '9812345678' });
  await look(clinic, '09:20');
  await look(clinic, '10:30');
  const text = JSON.stringify([await view(clinic), await alarmsOf(clinic)]);
  expect(text).toContain('A-001');
  for (const secret of ['Zubeida', '98123', id]) expect(text).not.toContain(secret);
});

test('an alarm begins, is told, is acknowledged and ends; the log of the day has it', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  await clinic.issued();
  await look(clinic, '09:09');
  expect(rings(clinic)).toEqual([]);
  await look(clinic, '09:10');
  expect(rings(clinic)).toEqual(['idle']);
  const alarm = first(await alarmsOf(clinic));
  expect(alarm).toMatchObject({ kind: 'idle', figure: 10, endedAt: null });
  const answered = await clinic.app.call('live.acknowledge', { alarmId: alarm.id }, staff);
  expect(unwrap(answered)).toMatchObject({ acknowledgedAt: at('09:10') });
  // Again, from another window: as it is.
  clinic.clock.setTo(at('09:11'));
  expect(await clinic.app.call('live.acknowledge', { alarmId: alarm.id }, staff)).toEqual(answered);
  await look(clinic, '09:40');
  expect(rings(clinic)).toEqual(['idle']);
  unwrap(await clinic.app.call('queue.callNext', { doctorId: first(clinic.doctorIds) }, staff));
  await look(clinic, '09:41');
  expect(await alarmsOf(clinic)).toMatchObject([{ id: alarm.id, endedAt: at('09:41') }]);
});

test('a wait over target by as much as the settings say rings; switched off it ends without a sound', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  unwrap(await clinic.app.call('settings.change', { alarms: { idle: { on: false } } as never }, staff));
  await clinic.issued();
  await look(clinic, '09:59');
  expect(rings(clinic)).toEqual([]);
  await look(clinic, '10:00');
  expect(rings(clinic)).toEqual(['wait']);
  expect(await alarmsOf(clinic)).toMatchObject([
    { kind: 'wait', figure: 15, name: expect.stringMatching(/^A · /) },
  ]);
  unwrap(await clinic.app.call('settings.change', { alarms: { wait: { on: false } } as never }, staff));
  await look(clinic, '10:01');
  expect(await alarmsOf(clinic)).toMatchObject([{ endedAt: at('10:01') }]);
});

test('crowd, overrun, disk and backup are found once they are switched on', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const environment = { ...clinic.environment, freeBytes: () => 900_000_000 };
  const on = { on: true };
  const off = { on: false };
  const alarms = {
    crowd: { on: true, limit: 1 },
    overrun: on,
    disk: on,
    backup: on,
    wait: off,
    idle: off,
  } as never;
  unwrap(await clinic.app.call('settings.change', { alarms }, staff));
  for (let person = 0; person < 30; person += 1) await clinic.issued();
  clinic.clock.setTo(at('12:59'));
  await watchAlarms(environment);
  expect(rings(clinic).sort()).toEqual(['backup', 'crowd', 'disk', 'overrun']);
});

test('a kiosk that was there today and says nothing has gone silent; a tablet that sleeps is no alarm', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  unwrap(await clinic.app.call('settings.change', { alarms: { silence: { on: true } } as never }, staff));
  const devices = createDevices(clinic.environment);
  for (const role of ['kiosk', 'doctor', 'manager'] as const) {
    const { code } = unwrap(await devices.startPairing({ name: `The ${role}`, role }));
    unwrap(await devices.pair(code));
  }
  await look(clinic, '09:04');
  expect(rings(clinic)).toEqual([]);
  await look(clinic, '09:05');
  expect(rings(clinic)).toEqual(['silence']);
  expect((await view(clinic)).devices).toMatchObject([
    { name: 'The doctor', silent: true },
    { name: 'The kiosk', silent: true },
  ]);
  // The next day it was not there yet.
  clinic.clock.setTo(at('08:00', '2026-01-06'));
  await watchAlarms(clinic.environment);
  expect((await view(clinic)).devices).toEqual([]);
  expect(await alarmsOf(clinic)).toMatchObject([{ kind: 'silence', endedAt: expect.any(Number) }]);
});

test('a restart, and a round that was made twice at once, ring nothing anew', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  await clinic.issued();
  clinic.clock.setTo(at('09:30'));
  await Promise.all([watchAlarms(clinic.environment), watchAlarms(clinic.environment)]);
  expect(rings(clinic)).toEqual(['idle']);
  const again = await openClinic({ store: clinic.store, time: at('09:31') });
  await watchAlarms(again.environment);
  expect(rings(again)).toEqual([]);
  expect(await alarmsOf(again)).toHaveLength(1);
});

test('while the clock is doubted nothing begins', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  await clinic.issued();
  clinic.clock.setTo(at('11:00'));
  const clockTrust = { ...clinic.environment.clockTrust, isDoubted: () => true };
  await watchAlarms({ ...clinic.environment, clockTrust });
  expect(rings(clinic)).toEqual([]);
});

test('a manager’s phone looks and changes nothing', async () => {
  const clinic = await openClinic();
  const alarmId = 'wait:x:1';
  expect(await clinic.app.call('live.acknowledge', { alarmId }, manager)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
  expect(await clinic.app.call('live.acknowledge', { alarmId }, staff)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});
