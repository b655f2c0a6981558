import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { TokenId } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, kiosk, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const phone = '9876543210';
const find = async ({ app }: TestClinic, query = phone) =>
  unwrap(await app.call('kiosk.findBookings', { query }, kiosk));
const come = ({ app }: TestClinic, tokenId: TokenId) =>
  app.call('kiosk.checkIn', { query: phone, tokenId }, kiosk);

async function openWithBooking(serviceDay = '2026-01-05') {
  const clinic = await openClinic();
  const token = await clinic.issued({
    source: 'online',
    patientContact: phone,
    serviceDay: serviceDaySchema.parse(serviceDay),
  });
  const set = async (rules: object) =>
    unwrap(await clinic.app.call('settings.change', { rules, confirmed: true }, staff));
  return { ...clinic, token, set };
}

test('R18: too early and too late are said at the kiosk, change nothing, and the desk may check in all the same', async () => {
  const clinic = await openWithBooking();
  expect(await find(clinic)).toMatchObject([{ obstacle: null }]);
  await clinic.set({ checkInEarlyMinutes: 15, checkInLateMinutes: 5 });
  expect(await find(clinic)).toMatchObject([{ obstacle: { why: 'too_early', from: at('08:45') } }]);
  expect(await come(clinic, clinic.token.id)).toMatchObject({
    error: { code: 'CONFLICT', details: { obstacle: { why: 'too_early', from: at('08:45') } } },
  });
  clinic.clock.setTo(at('09:06'));
  expect(await find(clinic)).toMatchObject([
    { obstacle: { why: 'too_late', until: at('09:05') }, isHere: false },
  ]);
  expect(await come(clinic, clinic.token.id)).toMatchObject({ error: { code: 'CONFLICT' } });
  unwrap(await clinic.app.call('tokens.checkIn', { tokenId: clinic.token.id }, staff));
  expect(await find(clinic)).toMatchObject([{ obstacle: null, isHere: true }]);
});

test('R18: whose booking is for another day is told which; by number alone nobody is, and not where the clinic would not', async () => {
  const clinic = await openWithBooking('2026-01-08');
  expect(await find(clinic)).toMatchObject([{ obstacle: { why: 'other_day', serviceDay: '2026-01-08' } }]);
  expect(await come(clinic, clinic.token.id)).toMatchObject({
    error: { code: 'CONFLICT', details: { obstacle: { why: 'other_day' } } },
  });
  expect(await find(clinic, clinic.token.number)).toEqual([]);
  expect(await find(clinic, '9876543219')).toEqual([]);
  const today = await clinic.issued({ source: 'online', patientContact: phone });
  expect((await find(clinic)).map(({ tokenId }) => tokenId)).toEqual([today.id]);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: today.id }, staff));
  await clinic.set({ tellOtherDay: false });
  expect(await find(clinic)).toEqual([]);
  expect(await come(clinic, clinic.token.id)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('R18: who comes a day late is told so, as long as it is not too long ago', async () => {
  const clinic = await openWithBooking();
  clinic.clock.setTo(at('09:30', '2026-01-06'));
  await makeRounds(clinic.environment).run();
  expect(await find(clinic)).toMatchObject([
    { status: 'no_show', obstacle: { why: 'other_day', serviceDay: '2026-01-05' } },
  ]);
  clinic.clock.setTo(at('09:30', '2026-01-14'));
  expect(await find(clinic)).toEqual([]);
});

test('R18: after midnight, where the clinic’s day has not turned, the booking of the new date waits for its day', async () => {
  const clinic = await openWithBooking('2026-01-06');
  unwrap(await clinic.app.call('settings.change', { clinic: { dayStartsAtMinute: 240 } }, staff));
  clinic.clock.setTo(at('01:30', '2026-01-06'));
  expect(first(await find(clinic)).obstacle).toEqual({
    why: 'day_not_begun',
    serviceDay: '2026-01-06',
    begins: at('04:00', '2026-01-06'),
  });
  clinic.clock.setTo(at('04:00', '2026-01-06'));
  expect(first(await find(clinic)).obstacle).toBeNull();
});
