import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, kiosk, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';
import { openServer } from '../../helpers/http';

const today = serviceDaySchema.parse(MONDAY);
const nextWeek = serviceDaySchema.parse('2026-01-12');
const retire = (clinic: TestClinic, openTokens?: CallInput<'doctors.save'>['openTokens']) =>
  clinic.app.call('doctors.save', { doctorId: first(clinic.doctorIds), active: false, openTokens }, staff);

async function openWithPatients() {
  const clinic = await openClinic();
  const here = await clinic.issued();
  const booked = await clinic.issued({ source: 'online', serviceDay: nextWeek });
  return { clinic, here, booked };
}

test('a doctor with patients left does not stop working here until somebody says what becomes of them', async () => {
  const { clinic } = await openWithPatients();
  expect(await retire(clinic)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { open: 2, days: [today, nextWeek] } },
  });
  expect((await clinic.store.doctor(first(clinic.doctorIds)))?.active).toBe(true);
});

test('kept, they stay on the board and at the desk until they are done, and nobody new comes', async () => {
  const { clinic, here, booked } = await openWithPatients();
  const doctorId = first(clinic.doctorIds);
  unwrap(await retire(clinic, 'keep'));
  const onBoard = async () => {
    const view = unwrap(
      await clinic.app.call('board.view', {}, { ...staff, role: 'board', screen: 'board' }),
    );
    return view.doctors.find(({ doctor }) => doctor.id === doctorId);
  };
  expect(await onBoard()).toMatchObject({ waiting: 1, wait: null });
  const summaries = async (by = staff) =>
    unwrap(await clinic.app.call('doctors.summaries', {}, by)).filter(({ doctor }) => doctor.id === doctorId);
  expect(await summaries()).toMatchObject([
    { doctor: { active: false }, state: 'closed', nextSlot: null, ahead: 1 },
  ]);
  expect(await summaries(kiosk)).toEqual([]);
  expect((await clinic.issue()).ok).toBe(false);
  const later = serviceDaySchema.parse('2026-01-13');
  expect(
    await clinic.app.call('tokens.moveToDay', { tokenId: booked.id, serviceDay: later }, staff),
  ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  expect(unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff)).id).toBe(here.id);
  unwrap(await clinic.app.call('tokens.start', { tokenId: here.id }, staff));
  unwrap(await clinic.app.call('tokens.serve', { tokenId: here.id }, staff));
  expect(await onBoard()).toBeUndefined();
  expect(await summaries()).toHaveLength(1);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: booked.id }, staff));
  expect(await summaries()).toEqual([]);
});

test('cancelled, everybody but who is inside is on the call list, and nobody got a seat on the way out', async () => {
  const { clinic, here, booked } = await openWithPatients();
  const doctorId = first(clinic.doctorIds);
  for (let person = 0; person < 30; person += 1) await clinic.issued();
  unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
  unwrap(await clinic.app.call('tokens.start', { tokenId: here.id }, staff));
  unwrap(await retire(clinic, 'cancel'));
  const book = await clinic.store.book({ doctorId, serviceDay: today }, today);
  expect(book?.tokens.find(({ id }) => id === here.id)).toMatchObject({ stage: 'in_consultation' });
  expect(book?.tokens.filter(({ status }) => status === 'cancelled')).toHaveLength(30);
  const notices = await clinic.store.callList(today);
  expect(notices).toHaveLength(31);
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['cancelled']));
  expect(notices.find(({ tokenId }) => tokenId === booked.id)).toMatchObject({ serviceDay: nextWeek });
});

test('one with nobody left simply stops, and one who has stopped may be changed without being asked', async () => {
  const clinic = await openClinic();
  unwrap(await retire(clinic));
  unwrap(await retire(clinic));
});

test('over HTTP the question is a conflict with the count, and the answer is given with the request', async () => {
  const server = await openServer();
  await server.issue();
  const path = `/doctors/${server.doctorId}`;
  const asked = await server.ask('PATCH', path, { active: false });
  expect([asked.status, asked.body.error?.details]).toMatchObject([409, { open: 1, days: [MONDAY] }]);
  const done = await server.ask('PATCH', path, { active: false, open_tokens: 'cancel' });
  expect([done.status, done.body.active]).toEqual([200, false]);
});
