import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const TUESDAY = '2026-01-06';
const yesterday = serviceDaySchema.parse(MONDAY);

const toCall = async ({ app }: TestClinic) =>
  unwrap(await app.call('callList.view', {}, staff)).map(({ number, kind }) => `${number} ${kind}`);

test('R28: who was to be called before a day was closed by mistake is to be called again, and nobody else', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const call = clinic.app.call;
  await clinic.issued({ source: 'online' });
  const cancelled = await clinic.issued({ source: 'online' });
  const told = await clinic.issued({ source: 'online' });
  unwrap(await call('doctors.setDelay', { doctorId, minutes: 30 }, staff));
  unwrap(await call('tokens.cancel', { tokenId: cancelled.id }, staff));
  const [, second] = unwrap(await call('callList.view', {}, staff));
  expect(second?.tokenId).toBe(told.id);
  unwrap(await call('callList.tick', { lineId: second?.id ?? '', told: true }, staff));
  const before = unwrap(await call('callList.view', {}, staff));
  expect(await toCall(clinic)).toEqual(['A-001 doctor_late', 'A-003 doctor_late']);
  clinic.clock.setTo(at('08:40'));
  unwrap(await call('books.close', { doctorId }, staff));
  expect(await toCall(clinic)).toEqual(['A-003 doctor_late']);
  clinic.clock.setTo(at('08:45'));
  clinic.events.length = 0;
  unwrap(await call('books.reopen', { doctorId }, staff));
  expect(unwrap(await call('callList.view', {}, staff))).toEqual(before);
  expect(clinic.events).toContainEqual({ type: 'callListChanged' });
});

test('R28: yesterday, opened again after midnight, is looked at, finished and closed by hand the next morning', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const call = clinic.app.call;
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  const seen = await clinic.issued();
  await clinic.issued();
  clinic.clock.setTo(at('00:10', TUESDAY));
  await rounds.run();
  const review = async () =>
    unwrap(await call('books.closePreview', { doctorId, serviceDay: yesterday }, staff));
  expect(await review()).toMatchObject([{ status: 'closed' }]);
  unwrap(await call('books.reopen', { doctorId, serviceDay: yesterday }, staff));
  clinic.clock.setTo(at('08:30', TUESDAY));
  await rounds.run();
  expect(await review()).toMatchObject([
    { status: 'open', notSeen: [{ number: 'A-001' }, { number: 'A-002' }] },
  ]);
  unwrap(await call('tokens.serve', { tokenId: seen.id }, staff));
  const [{ revision } = { revision: 0 }] = await review();
  unwrap(await call('books.close', { doctorId, serviceDay: yesterday, revision }, staff));
  expect(await review()).toMatchObject([{ status: 'closed', served: 1 }]);
  const today = unwrap(await call('books.view', { doctorId }, staff));
  expect([today.serviceDay, today.status]).toEqual([TUESDAY, 'open']);
});

test('R28: a day closed by mistake and opened again stands on the board as it was: who is next, and who waits', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const call = clinic.app.call;
  for (let count = 0; count < 3; count += 1) await clinic.issued();
  const onBoard = async () => {
    const { doctors } = unwrap(await call('board.view', {}, staff));
    return doctors.find(({ doctor }) => doctor.id === doctorId);
  };
  const before = await onBoard();
  expect(before?.next.map(({ number }) => number)).toEqual(['A-001', 'A-002', 'A-003']);
  unwrap(await call('books.close', { doctorId }, staff));
  expect(await onBoard()).toMatchObject({ state: 'closed', next: [], waiting: 0 });
  unwrap(await call('books.reopen', { doctorId }, staff));
  expect(await onBoard()).toEqual(before);
});
