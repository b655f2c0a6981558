import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { Store } from '../../../src/main/store/store';
import { alwaysHolds } from '../../../src/shared/model/doctor-schedule';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, noWindows, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const conflict = { ok: false, error: { code: 'CONFLICT' } };

/** The same clinic, in which something happens between what is read before a transaction and the transaction. */
function before(clinic: TestClinic, happens: () => Promise<unknown>): TestClinic {
  const { environment, store } = clinic;
  let happened: Promise<unknown> | undefined;
  const transact: Store['transact'] = async (request, decide) => {
    happened ??= happens();
    await happened;
    return store.transact(request, decide);
  };
  return { ...clinic, app: createApp({ ...environment, store: { ...store, transact } }, noWindows) };
}

const lateness = async ({ app, doctorIds }: TestClinic) => {
  const slots = unwrap(await app.call('slots.list', { doctorId: first(doctorIds) }, staff));
  return slots.map(({ delayMinutes }) => delayMinutes);
};

test('R22: two windows take a break at once: one does, and the slots are later once', async () => {
  const clinic = await openClinic();
  const wish = { doctorId: first(clinic.doctorIds), minutes: 20 };
  const take = ({ app }: TestClinic) => app.call('doctors.takeBreak', wish, staff);
  const refused = { ...conflict, error: { details: { rule: 'R22' } } };
  expect(await Promise.all([take(clinic), take(clinic)])).toMatchObject([{ ok: true }, refused]);
  expect(await lateness(clinic)).toEqual([20, 20, 20, 20]);
  const { doctorId } = wish;
  unwrap(await clinic.app.call('doctors.endBreak', { doctorId }, staff));
  expect(await lateness(clinic)).toEqual([0, 0, 0, 0]);
  expect(await take(before(clinic, () => take(clinic)))).toMatchObject(refused);
  expect(await lateness(clinic)).toEqual([20, 20, 20, 20]);
});

test('R22: a call and the end of its break are one change', async () => {
  const clinic = await openClinic();
  const { app, store, doctorIds, events } = clinic;
  const doctorId = first(doctorIds);
  const token = await clinic.issued();
  unwrap(await app.call('doctors.takeBreak', { doctorId, minutes: 20 }, staff));
  const told = events.length;
  unwrap(await app.call('queue.callNext', { doctorId }, staff));
  expect(events.slice(told)).toMatchObject([{ type: 'bookChanged' }]);
  const { revision = 0 } = (await store.tokenHistory(token.id)).at(-1) ?? {};
  const types = (await store.revisionEvents(token, revision)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['tokenCalled', 'breakChanged', 'slotDelayed']));
  expect(unwrap(await app.call('books.view', { doctorId }, staff))).toMatchObject({
    revision,
    breakUntil: null,
    called: token.id,
  });
});

test('two windows add a doctor at once: without a letter each gets one, and one letter goes to one', async () => {
  const clinic = await openClinic();
  const add = ({ app }: TestClinic, name: string, prefix?: string) =>
    app.call('doctors.save', { name, prefix }, staff);
  const both = await Promise.all([add(clinic, 'Dr One'), add(clinic, 'Dr Two')]);
  expect(both.map((one) => unwrap(one).prefix)).toEqual(['D', 'E']);
  const late = await add(
    before(clinic, () => add(clinic, 'Dr Three')),
    'Dr Four',
  );
  expect(unwrap(late).prefix).toBe('G');
  const wish = { field: 'prefix' };
  const same = await Promise.all([add(clinic, 'Dr Five', 'Q'), add(clinic, 'Dr Six', 'Q')]);
  expect(same).toMatchObject([
    { ok: true },
    { ...conflict, error: { details: wish, message: 'The letter Q is Dr Five’s already.' } },
  ]);
  const overtaken = before(clinic, () => add(clinic, 'Dr Seven', 'R'));
  expect(await add(overtaken, 'Dr Eight', 'R')).toMatchObject({ ...conflict, error: { details: wish } });
});

test('two windows change one doctor at once: the name of the one and the week of the other both hold', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const line = { weekday: 1, startMinute: 600, endMinute: 660, slotMinutes: 60, capacity: 4 };
  const week = () => clinic.app.call('doctors.save', { doctorId, schedule: [line] }, staff);
  const { app } = before(clinic, week);
  const saved = unwrap(await app.call('doctors.save', { doctorId, name: 'Dr Rao' }, staff));
  expect(saved).toMatchObject({ name: 'Dr Rao', schedule: [line] });
  expect(await clinic.store.schedule(doctorId)).toEqual([{ ...alwaysHolds, ...line }]);
});

test('R21: somebody booked while a doctor is stopped is asked about, not forgotten', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  await clinic.issued();
  const tuesday = serviceDaySchema.parse('2026-01-06');
  const wish = { doctorId, active: false, openTokens: 'cancel' } as const;
  const stop = ({ app }: TestClinic) => app.call('doctors.save', wish, staff);
  const booked = before(clinic, () => clinic.issued({ source: 'online', serviceDay: tuesday }));
  expect(await stop(booked)).toMatchObject({ ...conflict, error: { details: { open: 2 } } });
  expect(await clinic.store.doctor(doctorId)).toMatchObject({ active: true });
  unwrap(await stop(clinic));
  expect(await clinic.store.daysWithOpenTokens(doctorId, tuesday)).toEqual([]);
});

test('two windows change other settings at once: both hold', async () => {
  const clinic = await openClinic();
  const change = (clinicName: string) =>
    clinic.app.call('settings.change', { clinic: { clinicName } }, staff);
  const { app } = before(clinic, () => change('Rose Clinic'));
  unwrap(await app.call('settings.change', { rules: { maxRecalls: 1 } }, staff));
  const { clinic: named, rules } = await clinic.store.settings();
  expect([named.clinicName, rules.maxRecalls]).toEqual(['Rose Clinic', 1]);
});

test('R2: a day begins later only where nobody was given a seat before it meanwhile', async () => {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const serviceDay = serviceDaySchema.parse('2026-01-06');
  const early = { startMinute: 10, endMinute: 40, capacity: 2 };
  const of = { doctorId: first(doctorIds), serviceDay };
  const { id: slotId } = unwrap(await app.call('slots.add', { ...of, ...early }, staff));
  const booked = () => clinic.issue({ serviceDay, slotId, source: 'online' });
  const change = { clinic: { dayStartsAtMinute: 60 } };
  const late = await before(clinic, booked).app.call('settings.change', change, staff);
  expect(late).toMatchObject({ ...conflict, error: { details: { rule: 'R2', people: 1 } } });
  expect(unwrap(await app.call('settings.read', {}, staff)).clinic.dayStartsAtMinute).toBe(0);
  const { tokens } = unwrap(await app.call('books.view', of, staff));
  expect(tokens).toMatchObject([{ status: 'active', slotId }]);
});

test('R16: a day whose hour was put off while others closed is not closed by the old hour', async () => {
  const clinic = await openClinic({ time: at('09:30') });
  const { app, clock, doctorIds, environment } = clinic;
  for (const doctorId of doctorIds) await clinic.issued({ doctorId });
  const closesAt = (hour: number) =>
    app.call('settings.change', { clinic: { closeDayAtMinute: hour * 60 }, confirmed: true }, staff);
  unwrap(await closesAt(20));
  clock.setTo(at('20:01'));
  let closings = 0;
  const transact: Store['transact'] = async (request, decide) => {
    closings += 1;
    if (closings === 2) unwrap(await closesAt(21));
    return clinic.store.transact(request, decide);
  };
  await makeRounds({ ...environment, store: { ...clinic.store, transact } }).run();
  const states = await Promise.all(
    doctorIds.map(async (doctorId) => unwrap(await app.call('books.view', { doctorId }, staff)).status),
  );
  expect(states).toEqual(['closed', 'open', 'open']);
  clock.setTo(at('21:01'));
  await makeRounds(environment).run();
  for (const doctorId of doctorIds) {
    expect(unwrap(await app.call('books.view', { doctorId }, staff)).status).toBe('closed');
  }
});
