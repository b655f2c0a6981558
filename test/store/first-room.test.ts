import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { beginCall } from '../../src/main/app/call';
import { nextDayWithRoom } from '../../src/main/app/run/otherwise';
import { serviceDaySchema } from '../../src/shared/model/time';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const tuesday = serviceDaySchema.parse('2026-01-06');
const wednesday = serviceDaySchema.parse('2026-01-07');

async function opened() {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const doctorId = first(clinic.doctorIds);
  const room = async () => nextDayWithRoom(await beginCall(clinic.environment, staff), doctorId);
  const fill = async (seats: number) => {
    for (let seat = 0; seat < seats; seat += 1)
      await clinic.issued({ serviceDay: tuesday, source: 'online' });
  };
  return { ...clinic, path, doctorId, room, fill };
}

test('the first day with room follows every seat that is given, and given back', async () => {
  const { app, room, fill, issued } = await opened();
  expect(await room()).toMatchObject({ serviceDay: tuesday, startMinute: 540 });
  await fill(5);
  const last = await issued({ serviceDay: tuesday, source: 'online' });
  expect(await room()).toMatchObject({ serviceDay: tuesday, startMinute: 600 });
  unwrap(await app.call('tokens.cancel', { tokenId: last.id, reason: 'patient' }, staff));
  expect(await room()).toMatchObject({ serviceDay: tuesday, startMinute: 540 });
  // Tokens of today change nothing of it.
  await issued();
  expect(await room()).toMatchObject({ serviceDay: tuesday, startMinute: 540 });
  await fill(24);
  expect(await room()).toMatchObject({ serviceDay: wednesday, startMinute: 540 });
});

test('it follows leave, the week, and what another program writes', async () => {
  const { app, store, path, doctorId, room, fill } = await opened();
  await fill(1);
  expect(await room()).toMatchObject({ serviceDay: tuesday });
  const leave = unwrap(
    await app.call('leaves.add', { doctorId, from: wednesday, to: wednesday, reason: 'Wedding' }, staff),
  );
  await fill(23);
  expect(await room()).toMatchObject({ serviceDay: '2026-01-08' });
  unwrap(await app.call('leaves.remove', { leaveId: leave.id }, staff));
  expect(await room()).toMatchObject({ serviceDay: wednesday, startMinute: 540 });

  const doctor = await store.doctor(doctorId);
  if (!doctor) throw new Error('no doctor');
  const week = await store.schedule(doctorId);
  await store.saveDoctor(
    doctor,
    week.map((line) => ({ ...line, startMinute: line.startMinute + 30 })),
  );
  expect(await room()).toMatchObject({ serviceDay: wednesday, startMinute: 570 });

  const raw = new Database(path);
  raw
    .prepare('UPDATE slots SET capacity = capacity + 1 WHERE service_day = ? AND start_minute = 660')
    .run(tuesday);
  raw.close();
  expect(await room()).toMatchObject({ serviceDay: tuesday, startMinute: 660 });
});
