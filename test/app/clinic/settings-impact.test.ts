import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { createWatch } from '../../../src/main/app/time/watch';
import type { CallInput } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, MONDAY, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';
import { openServer } from '../../helpers/http';

const change = (clinic: TestClinic, wish: CallInput<'settings.change'>) =>
  clinic.app.call('settings.change', wish, staff);
const statuses = async (clinic: TestClinic) => {
  const key = { doctorId: first(clinic.doctorIds), serviceDay: serviceDaySchema.parse(MONDAY) };
  const book = await clinic.store.book(key, serviceDaySchema.parse(MONDAY));
  return book?.tokens.map(({ status }) => status);
};

/** A clinic that is watched, with three booked for nine who are not here, at ten past nine. */
async function openWithBooked(time = '09:10'): Promise<TestClinic & { rounds: () => Promise<void> }> {
  const clinic = await openClinic({ watched: true });
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  for (let person = 0; person < 3; person += 1) await clinic.issued({ source: 'online' });
  const pass = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clinic.clock.setTo(clinic.clock.now() + 60_000);
      await rounds.run();
    }
  };
  await pass((at(time) - at('08:30')) / 60_000);
  return { ...clinic, rounds: rounds.run };
}

test('a shorter no-show time says whom it would mark, and marks nobody until it is confirmed', async () => {
  const clinic = await openWithBooked();
  const refused = await change(clinic, { rules: { noShowTimeoutMinutes: 1 } });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'CONFLICT',
      message: expect.stringContaining('mark 3 as no-shows'),
      details: { would: { noShows: 3, notSeen: 0, closes: 0, moves: 0 } },
    },
  });
  expect((await clinic.store.settings()).rules.noShowTimeoutMinutes).toBe(15);
  await clinic.rounds();
  expect(await statuses(clinic)).toEqual(['active', 'active', 'active']);
});

test('confirmed and wrong for one round it marks nobody: the watch begins anew', async () => {
  const clinic = await openWithBooked();
  unwrap(await change(clinic, { rules: { noShowTimeoutMinutes: 0 }, confirmed: true }));
  await clinic.rounds();
  clinic.clock.setTo(clinic.clock.now() + 60_000);
  await clinic.rounds();
  expect(await statuses(clinic)).toEqual(['active', 'active', 'active']);
  expect(await createWatch(clinic.store).tick(clinic.clock.now())).toBeUndefined();
  unwrap(await change(clinic, { rules: { noShowTimeoutMinutes: 15 }, confirmed: true }));
  await clinic.rounds();
  expect(await statuses(clinic)).toEqual(['active', 'active', 'active']);
});

test('a watch that begins anew is kept over a restart', async () => {
  const clinic = await openWithBooked();
  const ahead = clinic.clock.now() + 600_000;
  await clinic.environment.watch.startAnew(ahead);
  const again = createWatch(clinic.store);
  await again.tick(clinic.clock.now());
  expect(again.since()).toBe(ahead);
});

test('R13: a sleep does not cut short the time in which a timeout set wrong marks nobody', async () => {
  const clinic = await openWithBooked();
  unwrap(await change(clinic, { rules: { noShowTimeoutMinutes: 0 }, confirmed: true }));
  clinic.clock.setTo(at('09:14'));
  await clinic.rounds();
  expect(await statuses(clinic)).toEqual(['active', 'active', 'active']);
  clinic.clock.setTo(at('09:25'));
  await clinic.rounds();
  expect(await statuses(clinic)).toEqual(['no_show', 'no_show', 'no_show']);
});

test('R13: a clock that was far ahead when the timeout was set, and is right again, is watched from then', async () => {
  const { store } = await openWithBooked();
  const watch = createWatch(store);
  await watch.tick(at('09:11', '2026-02-05'));
  await watch.startAnew(at('09:26', '2026-02-05'));
  await watch.tick(at('09:12'));
  expect(watch.since()).toBe(at('09:12'));
});

test('another time zone says how many it would mark, and that the day would close', async () => {
  const clinic = await openWithBooked();
  const later = await change(clinic, { clinic: { timeZone: 'Asia/Tokyo' } });
  expect(later).toMatchObject({ ok: false, error: { details: { would: { noShows: 3, closes: 0 } } } });
  const nextDay = await change(clinic, {
    clinic: { timeZone: 'Pacific/Kiritimati', closeDayAtMinute: 1080 },
  });
  expect(nextDay).toMatchObject({ ok: false, error: { details: { would: { noShows: 3 } } } });
  clinic.clock.setTo(at('17:00'));
  const tomorrow = await change(clinic, { clinic: { timeZone: 'Pacific/Kiritimati' } });
  expect(tomorrow).toMatchObject({ ok: false, error: { details: { would: { closes: 1 } } } });
});

test('a closing hour that is over already says whose day it would close, one ahead is taken at once', async () => {
  const clinic = await openWithBooked();
  await clinic.issued();
  const refused = await change(clinic, { clinic: { closeDayAtMinute: 9 * 60 } });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { would: { noShows: 3, notSeen: 1, closes: 1, moves: 0 } } },
  });
  unwrap(await change(clinic, { clinic: { closeDayAtMinute: 18 * 60 } }));
});

test('who may join a running slot says who would move', async () => {
  const clinic = await openClinic();
  unwrap(await change(clinic, { rules: { joinRunningSlot: 'never' } }));
  clinic.clock.setTo(at('12:10'));
  await clinic.issued();
  const refused = await change(clinic, { rules: { joinRunningSlot: 'always' } });
  expect(refused).toMatchObject({
    ok: false,
    error: { details: { would: { noShows: 0, notSeen: 0, closes: 0, moves: 1 } } },
  });
});

test('it counts every day that is booked, not today alone: a seat more for emergencies, a lead, another rule', async () => {
  const clinic = await openClinic();
  const serviceDay = serviceDaySchema.parse('2026-01-08');
  unwrap(await change(clinic, { rules: { promotionLeadMinutes: 1440 } }));
  clinic.clock.setTo(at('12:30', '2026-01-07'));
  await clinic.issued({ source: 'online', serviceDay });
  const refused = await change(clinic, { rules: { promotionLeadMinutes: 0 } });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { would: { noShows: 0, notSeen: 0, closes: 0, moves: 1 } } },
  });
  unwrap(await change(clinic, { rules: { promotionLeadMinutes: 0 }, confirmed: true }));
});

test('a yesterday opened again counts too: another time zone would close it for good', async () => {
  const clinic = await openClinic({ time: at('20:00') });
  const doctorId = first(clinic.doctorIds);
  const serviceDay = serviceDaySchema.parse(MONDAY);
  await clinic.issued();
  unwrap(await clinic.app.call('books.close', { doctorId }, staff));
  clinic.clock.setTo(at('01:00', '2026-01-06'));
  unwrap(await clinic.app.call('books.reopen', { doctorId, serviceDay }, staff));
  unwrap(await change(clinic, { rules: { maxRecalls: 2 } }));
  // There a new day has begun since it was opened again.
  clinic.clock.setTo(at('01:30', '2026-01-06'));
  const refused = await change(clinic, { clinic: { dayStartsAtMinute: 90 } });
  expect(refused).toMatchObject({ ok: false, error: { details: { would: { notSeen: 1, closes: 1 } } } });
});

test('what reaches nobody asks nothing: a name, an order, a rule before anybody is there', async () => {
  const clinic = await openClinic();
  unwrap(await change(clinic, { rules: { noShowTimeoutMinutes: 0 } }));
  await clinic.issued();
  unwrap(await change(clinic, { clinic: { clinicName: 'Elsewhere' } }));
  unwrap(await change(clinic, { rules: { callOrder: 'strict' } }));
});

test('a day that begins later is refused while somebody sits outside it, and closes what is empty there', async () => {
  const clinic = await openClinic();
  const doctorId = first(clinic.doctorIds);
  const save = (startMinute: number, endMinute: number) =>
    clinic.app.call(
      'doctors.save',
      { doctorId, schedule: [{ weekday: 3, startMinute, endMinute, slotMinutes: 60, capacity: 1 }] },
      staff,
    );
  unwrap(await save(0, 1440));
  const wednesday = serviceDaySchema.parse('2026-01-07');
  expect(await change(clinic, { clinic: { dayStartsAtMinute: 360 } })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { people: 0, hours: 1 } },
  });
  unwrap(await save(360, 1440));
  const night = { doctorId, serviceDay: wednesday, startMinute: 0, endMinute: 60, capacity: 1 };
  unwrap(await clinic.app.call('slots.add', night, staff));
  const booked = await clinic.issued({ source: 'online', serviceDay: wednesday });
  expect(await change(clinic, { clinic: { dayStartsAtMinute: 360 }, confirmed: true })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { people: 1, hours: 0 } },
  });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: booked.id }, staff));
  unwrap(await change(clinic, { clinic: { dayStartsAtMinute: 360 } }));
  const book = await clinic.store.book({ doctorId, serviceDay: wednesday }, serviceDaySchema.parse(MONDAY));
  expect(
    book?.slots.filter(({ status }) => status === 'closed').map(({ startMinute }) => startMinute),
  ).toEqual([0]);
});

test('over HTTP the same change is refused with its counts, and done once it is confirmed', async () => {
  const server = await openServer();
  await server.issue({ source: 'online' });
  server.clinic.clock.setTo(at('09:10'));
  const refused = await server.ask('PATCH', '/settings', { no_show_timeout_minutes: 5 });
  expect([refused.status, refused.body.error?.details]).toEqual([
    409,
    { would: { no_shows: 1, not_seen: 0, closes: 0, moves: 0 } },
  ]);
  const done = await server.ask('PATCH', '/settings', { no_show_timeout_minutes: 5, confirmed: true });
  expect([done.status, done.body.no_show_timeout_minutes]).toEqual([200, 5]);
});
