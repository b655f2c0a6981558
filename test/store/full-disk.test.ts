import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/main/app/app';
import { makeRounds } from '../../src/main/app/day/rounds';
import { createDevices } from '../../src/main/app/devices/devices';
import { fillWithSamples } from '../../src/main/app/practice/samples';
import { announceCommits } from '../../src/main/app/run/announce';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { UnavailableError } from '../../src/main/store/store';
import type { CallInput, CallName } from '../../src/shared/contract';
import { serviceDaySchema } from '../../src/shared/model/time';
import { at, first, MONDAY, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { overwrite } from '../helpers/files';
import { frailClinic } from '../helpers/frail-clinic';

const DAY = 24 * 60 * 60_000;

const monday = serviceDaySchema.parse(MONDAY);

test('a full disk is said as such, nothing is half done, and the same works once there is room', async () => {
  const { app, disk, store } = await frailClinic();
  const logo = `data:image/png;base64,${'A'.repeat(100_000)}`;
  const before = await store.settings();
  disk.fill();
  expect(await app.call('settings.change', { print: { logo } }, staff)).toMatchObject({
    ok: false,
    error: { code: 'UNAVAILABLE', message: 'The disk is full. Nothing was saved.' },
  });
  expect(await store.settings()).toEqual(before);
  disk.mend();
  expect(await app.call('settings.change', { print: { logo } }, staff)).toMatchObject({ ok: true });
});

test('where nothing can be written every call that writes is refused as UNAVAILABLE, and what is known is shown', async () => {
  const { app, clinic, disk, logged, store } = await frailClinic();
  const doctorId = first(clinic.doctorIds);
  const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '' } as const;
  unwrap(await app.call('tokens.issue', wish, staff));
  unwrap(await app.call('doctors.summaries', {}, staff));
  const job = first(await store.printJobsIn(['queued']));
  const calls: [CallName, CallInput<CallName>][] = [
    ['settings.change', { clinic: { clinicName: 'Another' } }],
    ['doctors.save', { doctorId, name: 'Another' }],
    ['tokens.issue', wish],
    ['queue.callNext', { doctorId }],
    ['slips.reprint', { tokenId: job.tokenId }],
    ['backups.make', {}],
  ];
  disk.protect();
  for (const [name, input] of calls.slice(0, -1)) {
    expect(await app.call(name, input, staff), name).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE', message: expect.stringMatching(/^The data cannot be .* just now/) },
    });
  }
  expect(logged.join()).not.toContain('unexpected');
  const view = unwrap(await app.call('books.view', { doctorId }, staff));
  expect(view.tokens).toHaveLength(1);
  // Days that nobody has touched too.
  const looks: [CallName, CallInput<CallName>][] = [
    ['doctors.summaries', {}],
    ['books.view', { doctorId, serviceDay: '2026-01-06' }],
    ['books.closePreview', { serviceDay: '2025-12-30' }],
    ['books.summary', { doctorId, serviceDay: '2025-12-29' }],
  ];
  for (const [name, input] of looks) {
    expect(await app.call(name, input, staff), name).toMatchObject({ ok: true });
  }
  expect((await store.doctor(doctorId))?.name).not.toBe('Another');
  disk.mend();
  for (const [name, input] of calls) {
    expect(await app.call(name, input, staff), name).toMatchObject({ ok: true });
  }
});

test('a page that goes bad while the app runs is said as such, and what does not need it goes on', async () => {
  const { app, clinic, path, disk, logged } = await frailClinic();
  const doctorId = first(clinic.doctorIds);
  const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '' } as const;
  unwrap(await app.call('tokens.issue', wish, staff));
  disk.forget();
  const audit = disk.pageOf('audit');
  overwrite(path, (audit - 1) * 4096, new Uint8Array(4096).fill(0xaa));
  const refused = { code: 'UNAVAILABLE', details: { reason: 'data_damaged' } };
  expect(await app.call('audit.list', {}, staff)).toMatchObject({ ok: false, error: refused });
  // Its line on record cannot be written: so it is not done either.
  const second = { ...wish, patientName: 'Bela' };
  expect(await app.call('tokens.issue', second, staff)).toMatchObject({ ok: false, error: refused });
  expect(logged.join()).not.toContain('unexpected');
  expect(unwrap(await app.call('books.view', { doctorId }, staff)).tokens).toHaveLength(1);
});

test('a pairing code is not used up by a disk that fails, and a known device is still let in', async () => {
  const { environment, clinic, disk } = await frailClinic();
  const devices = createDevices(environment);
  const { code: one } = unwrap(await devices.startPairing({ name: 'Board', role: 'board' }));
  const known = unwrap(await devices.pair(one));
  const { code } = unwrap(await devices.startPairing({ name: 'Tablet', role: 'reception' }));
  disk.protect();
  clinic.clock.setTo(at('09:02'));
  await expect(devices.pair(code)).rejects.toMatchObject({ refusal: { code: 'UNAVAILABLE' } });
  expect(await devices.authenticate(known.token)).toMatchObject({ id: known.device.id });
  disk.mend();
  expect((await devices.pair(code)).ok).toBe(true);
  expect((await devices.pair(code)).ok).toBe(false);
});

test('windows that cannot be told do not make what was done undone', async () => {
  const { environment, clinic, logged } = await frailClinic();
  const publish = (): never => {
    throw new Error('a window is gone');
  };
  announceCommits({ ...environment, publish });
  const app = createApp({ ...environment, publish }, noWindows);
  const doctorId = first(clinic.doctorIds);
  const wish = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '' } as const;
  expect(await app.call('tokens.issue', wish, staff)).toMatchObject({ ok: true });
  expect(await app.call('settings.change', { rules: { maxRecalls: 2 } }, staff)).toMatchObject({ ok: true });
  expect(await app.call('doctors.save', { doctorId, room: '9' }, staff)).toMatchObject({ ok: true });
  expect(await app.call('queue.callNext', { doctorId }, staff)).toMatchObject({ ok: true });
  expect(logged.join()).toContain('telling');
});

test('what was issued is answered from the decision itself, also where nothing can be read any more', async () => {
  const { app, clinic } = await frailClinic((store) => ({
    ...store,
    tokenHistory: async () => {
      throw new UnavailableError({ code: 'UNAVAILABLE', message: 'Bad sector.' }, undefined);
    },
  }));
  const doctorId = first(clinic.doctorIds);
  const patient = { patientName: 'Asha', patientContact: '9876543210' };
  const wish = { doctorId, source: 'walk_in', ...patient, requestId: 'visit-0001' } as const;
  const issued = unwrap(await app.call('tokens.issue', wish, staff));
  expect(issued.token.number).toBe('A-001');
  expect(unwrap(await app.call('tokens.issue', wish, staff))).toEqual(issued);
});

test('R17: an answer is kept two weeks, slips that are done two months; tokens stay', async () => {
  const clinic = await openClinic();
  const { token } = unwrap(await clinic.issue());
  const job = first(await clinic.store.printJobsIn(['queued']));
  const ask = (answer: string) =>
    clinic.store.transact(
      { books: [], today: monday, now: clinic.clock.now(), request: { id: 'visit-0001', content: 'x' } },
      () => ({ ok: true, value: { books: [], printJobs: [{ ...job, state: 'sent' }], answer } }),
    );
  await ask('first');
  const rounds = makeRounds(clinic.environment);
  /** Day by day: a clock that leaps is not believed. */
  const liveUntil = async (moment: number): Promise<void> => {
    while (clinic.clock.now() < moment) {
      clinic.clock.setTo(Math.min(moment, clinic.clock.now() + DAY));
      await rounds.run();
    }
  };
  await liveUntil(at('08:00', '2026-01-18'));
  expect(unwrap(await ask('second'))).toMatchObject({ answer: 'first', repeated: true });
  await liveUntil(at('08:00', '2026-01-20'));
  expect(unwrap(await ask('third'))).toMatchObject({ answer: 'third', repeated: false });
  expect(await clinic.store.printJobsIn(['sent'])).toHaveLength(1);
  await liveUntil(at('08:00', '2026-03-20'));
  expect(await clinic.store.printJobsIn(['sent'])).toEqual([]);
  expect(await clinic.store.bookOfToken(token.id)).toBeDefined();
});

test('a sample clinic is written whole or not at all, and a disk that fails is said as such', async () => {
  const database = openDatabase({ path: join(temporaryFolder(), 'data.db') });
  const store = sqliteStore(database, { calendar, newDay });
  onTestFinished(() => store.close().catch(() => undefined));
  const before = await store.settings();
  const isUntouched = async () => {
    expect(await store.doctors()).toEqual([]);
    expect(await store.settings()).toEqual(before);
  };
  database.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON doctors WHEN NEW.prefix = 'C' BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  await expect(fillWithSamples(store)).rejects.toThrow('full');
  await isUntouched();
  database.exec('DROP TRIGGER full');
  database.pragma('query_only = ON');
  await expect(fillWithSamples(store)).rejects.toMatchObject({ refusal: { code: 'UNAVAILABLE' } });
  await isUntouched();
  database.pragma('query_only = OFF');
  await fillWithSamples(store);
  expect(await store.doctors()).toHaveLength(3);
});
