import { expect, test } from 'vitest';
import { createApp } from '../../src/main/app/app';
import { makeRounds } from '../../src/main/app/day/rounds';
import { at, first, kiosk, noWindows, openClinic, staff, unwrap } from '../helpers/clinic';

const slip = { role: 'slip', screen: 'slip', doctorId: null } as const;
const doctor = { role: 'doctor', screen: 'doctor', doctorId: null } as const;

test.each(['nonsense', '__proto__', 'toString', 'constructor', '', 7, null, {}])(
  'an unknown call %j is refused, not thrown',
  async (name) => {
    const { app } = await openClinic();
    expect(await app.receive(name, {}, staff)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  },
);

test.each([
  ['kiosk', kiosk, 'tokens.cancel'],
  ['kiosk', kiosk, 'books.view'],
  ['kiosk', kiosk, 'slips.ticket'],
  ['slip', slip, 'tokens.issue'],
  ['slip', slip, 'app.status'],
  ['doctor', doctor, 'tokens.issue'],
] as const)('the %s may not call what is not its own', async (_name, caller, call) => {
  const { app } = await openClinic();
  expect(await app.receive(call, {}, caller)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

test.each([
  ['an empty name', { patientName: '  ' }, 'patientName'],
  ['a name of control characters', { patientName: '\u0000\u202e\u0007' }, 'patientName'],
  ['a name of 121 letters', { patientName: 'ந'.repeat(121) }, 'patientName'],
  ['a name of 10,001 letters', { patientName: 'x'.repeat(10_001) }, 'patientName'],
  ['a phone with letters', { patientContact: '98765abc' }, 'patientContact'],
  ['a phone too short', { patientContact: '12345' }, 'patientContact'],
  ['an unknown source', { source: 'friend' }, 'source'],
  ['a doctor that is no id', { doctorId: 'A' }, 'doctorId'],
  ['a day that does not exist', { serviceDay: '2026-02-30' }, 'serviceDay'],
  ['a field nobody knows', { vip: true }, ''],
])('%s is invalid input with its field named, and makes no token', async (_case, input, field) => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const good = { doctorId, source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' };
  const answer = await clinic.app.receive('tokens.issue', { ...good, ...input }, staff);
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { field } } });
  expect(unwrap(await clinic.app.call('books.view', { doctorId }, staff)).tokens).toEqual([]);
});

test('an unknown doctor is not found, and a past day is refused', async () => {
  const clinic = await openClinic();
  expect(await clinic.issue({ doctorId: crypto.randomUUID() })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await clinic.issue({ serviceDay: '2026-01-04' })).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('the kiosk issues to walk-ins and follow-ups only, for today, with a phone, never knowingly twice', async () => {
  const clinic = await openClinic();
  for (const input of [
    { source: 'emergency' },
    { source: 'paid' },
    { source: 'online' },
    { allowDuplicate: true },
    { serviceDay: '2026-01-06' },
    { checkedIn: true },
    { patientContact: '' },
  ] as const) {
    expect(await clinic.issue(input, kiosk)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
  expect(unwrap(await clinic.issue({ source: 'follow_up' }, kiosk)).token.channel).toBe('kiosk');
});

test('names and phones are kept as a person meant them', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({
    patientName: '  José\t\u200bda \n Silva ',
    patientContact: '+91 (९८७६) 543-210',
  });
  expect(token.patientName).toBe('José da Silva');
  expect(token.patientContact).toBe('+919876543210');
});

test('after a commit each window hears the fact with the revision and without personal data', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ patientName: 'Asha Verma', patientContact: '9876543210' });
  const heard = clinic.events.find(({ type }) => type === 'bookChanged');
  expect(heard).toEqual({
    type: 'bookChanged',
    doctorId: token.doctorId,
    serviceDay: token.serviceDay,
    revision: 1,
    facts: [{ type: 'tokenIssued', tokenId: token.id, number: 'A-001' }],
  });
  expect(JSON.stringify(clinic.events)).not.toMatch(/Asha|9876543210/);
});

test('a slip is asked for in the very transaction that makes the token', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued();
  expect(await clinic.store.printJobOfToken(token.id)).toMatchObject({ state: 'queued', tokenId: token.id });
});

test('a ticket says how many will be called before: the queue, then the waiting list', async () => {
  const clinic = await openClinic();
  const aheads: number[] = [];
  for (let person = 0; person < 26; person += 1) aheads.push(unwrap(await clinic.issue()).ahead);
  expect(aheads).toEqual(Array.from({ length: 26 }, (_, index) => index));
});

test('a summary counts who is ahead and offers the next slot, then the list, then nothing', async () => {
  const clinic = await openClinic();
  const summary = async () => first(unwrap(await clinic.app.call('doctors.summaries', {}, kiosk)));
  expect(await summary()).toMatchObject({
    state: 'seats',
    nextSlot: { startMinute: 540, free: 6 },
    ahead: 0,
  });
  for (let person = 0; person < 25; person += 1) await clinic.issued();
  expect(await summary()).toMatchObject({ state: 'list', nextSlot: null, ahead: 25, waiting: 1 });
  clinic.clock.setTo(at('13:00'));
  expect(await summary()).toMatchObject({ state: 'closed', nextSlot: null });
  expect(JSON.stringify(await summary())).not.toMatch(/Patient \d|90000/);
});

test('a round marks who did not come in time and gives the seat on at once', async () => {
  const clinic = await openClinic();
  const late = await clinic.issued({ source: 'online' });
  for (let seat = 1; seat < 24; seat += 1) await clinic.issued();
  const waiting = await clinic.issued();
  expect(waiting.status).toBe('waiting');
  const rounds = makeRounds(clinic.environment);
  clinic.clock.setTo(at('09:14'));
  await rounds.run();
  const view = async () => unwrap(await clinic.app.call('books.view', { doctorId: late.doctorId }, staff));
  expect((await view()).tokens.find(({ id }) => id === late.id)?.status).toBe('active');
  clinic.clock.setTo(at('09:15'));
  await rounds.run();
  expect((await view()).tokens.find(({ id }) => id === late.id)?.status).toBe('no_show');
  expect((await view()).tokens.find(({ id }) => id === waiting.id)).toMatchObject({ status: 'active' });
  const revision = (await view()).revision;
  await rounds.run();
  expect((await view()).revision).toBe(revision);
});

test('at the turn of the service day every window is told, and numbers start again', async () => {
  const clinic = await openClinic();
  const rounds = makeRounds(clinic.environment);
  await clinic.issued();
  await rounds.run();
  expect(clinic.events.some(({ type }) => type === 'dayChanged')).toBe(false);
  clinic.clock.setTo(at('00:00', '2026-01-06'));
  await rounds.run();
  expect(clinic.events).toContainEqual({
    type: 'dayChanged',
    serviceDay: '2026-01-06',
    now: at('00:00', '2026-01-06'),
  });
  expect((await clinic.issued()).number).toBe('A-001');
});

test('a clock set back loses and doubles nothing', async () => {
  const clinic = await openClinic({ time: at('10:30') });
  await clinic.issued();
  clinic.clock.setTo(at('08:00'));
  expect((await clinic.issued()).number).toBe('A-002');
  clinic.clock.setTo(at('23:00', '2026-01-04'));
  expect((await clinic.issued()).number).toBe('A-001');
  clinic.clock.setTo(at('10:31'));
  expect((await clinic.issued()).number).toBe('A-003');
});

test('two calls for next at once: one gets the patient, the other a clear answer', async () => {
  const clinic = await openClinic();
  await clinic.issued();
  await clinic.issued();
  const doctorId = first(clinic.doctorIds);
  const answers = await Promise.all(
    [1, 2].map(() => clinic.app.call('queue.callNext', { doctorId }, doctor)),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'CONFLICT', details: { number: 'A-001' } },
  });
});

test('a defect of ours comes back as INTERNAL with a reference and nothing else of it', async () => {
  const clinic = await openClinic();
  const errors: unknown[][] = [];
  const log = { info() {}, warn() {}, error: (...words: unknown[]) => errors.push(words) };
  const store = {
    ...clinic.store,
    doctors: async () => {
      throw new Error('secret of the inside');
    },
  };
  const app = createApp({ ...clinic.environment, store, log }, noWindows);
  const answer = await app.call('doctors.summaries', {}, staff);
  expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', reference: expect.any(String) } });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(errors).toHaveLength(1);
});
