import { join } from 'node:path';
import { expect, test } from 'vitest';
import { theClock } from '../../../src/main/app/access/caller';
import { beginCall } from '../../../src/main/app/call';
import { closePastBooks } from '../../../src/main/app/day/closing';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { BookView } from '../../../src/shared/model/book-view';
import { serviceDaySchema } from '../../../src/shared/model/time';
import {
  at,
  first,
  MONDAY,
  openClinic,
  staff,
  type TestClinic,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';

const MONDAY_BOOK = serviceDaySchema.parse(MONDAY);

async function view(clinic: TestClinic): Promise<BookView> {
  const doctorId = first(clinic.doctorIds);
  return unwrap(await clinic.app.call('books.view', { doctorId, serviceDay: MONDAY_BOOK }, staff));
}

async function statuses(clinic: TestClinic): Promise<Record<string, string>> {
  return Object.fromEntries((await view(clinic)).tokens.map(({ number, status }) => [number, status]));
}

/** Three who booked for nine o'clock and are not here. */
async function threeAtHome(clinic: TestClinic): Promise<void> {
  for (let person = 0; person < 3; person += 1) await clinic.issued({ source: 'online' });
}

/** The clock's work, every 15 s until then. */
async function watchUntil(
  clinic: TestClinic,
  rounds: ReturnType<typeof makeRounds>,
  end: number,
): Promise<void> {
  for (let now = clinic.clock.now(); now <= end; now += 15_000) {
    clinic.clock.setTo(now);
    await rounds.run();
  }
}

const allBooked = { 'A-001': 'active', 'A-002': 'active', 'A-003': 'active' };

test('R13: a PC off from 9:10 to 9:40 makes nobody a no-show before 9:55; by hand staff may at once', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const before = await openClinic({ path, watched: true });
  await threeAtHome(before);
  await watchUntil(before, makeRounds(before.environment), at('09:10'));
  await before.store.close();

  const after = await openClinic({ path, watched: true, time: at('09:40') });
  const rounds = makeRounds(after.environment);
  await rounds.run();
  expect(await statuses(after)).toEqual(allBooked);
  expect((await view(after)).overdue.map(({ at }) => at)).toEqual(Array(3).fill(at('09:55')));
  const [, second, third] = (await view(after)).tokens;
  unwrap(await after.app.call('tokens.checkIn', { tokenId: second?.id ?? '' }, staff));
  unwrap(await after.app.call('tokens.noShow', { tokenId: third?.id ?? '' }, staff));
  await watchUntil(after, rounds, at('09:54'));
  expect(await statuses(after)).toEqual({ ...allBooked, 'A-003': 'no_show' });
  await watchUntil(after, rounds, at('09:55'));
  expect(await statuses(after)).toEqual({ ...allBooked, 'A-001': 'no_show', 'A-003': 'no_show' });
});

test('R13: a restart within a minute is no outage: who is due is marked as if nothing had been', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const before = await openClinic({ path, watched: true });
  await threeAtHome(before);
  await watchUntil(before, makeRounds(before.environment), at('09:14'));
  await before.store.close();

  const after = await openClinic({ path, watched: true, time: at('09:15') });
  expect((await view(after)).overdue).toHaveLength(3);
  await makeRounds(after.environment).run();
  expect(Object.values(await statuses(after))).toEqual(Array(3).fill('no_show'));
});

test('R13: after a sleep of half an hour everybody has the time to come that the clinic gives', async () => {
  const clinic = await openClinic({ watched: true });
  const rounds = makeRounds(clinic.environment);
  await threeAtHome(clinic);
  await watchUntil(clinic, rounds, at('09:05'));
  clinic.clock.setTo(at('09:35'));
  await watchUntil(clinic, rounds, at('09:49'));
  expect(await statuses(clinic)).toEqual(allBooked);
  await watchUntil(clinic, rounds, at('09:50'));
  expect(Object.values(await statuses(clinic))).toEqual(Array(3).fill('no_show'));
});

test('R28, R13: a clock a day ahead for 17 s closes the day; opened again everybody stands as before', async () => {
  const clinic = await openClinic({ watched: true });
  const rounds = makeRounds(clinic.environment);
  await threeAtHome(clinic);
  const here = await clinic.issued();
  await watchUntil(clinic, rounds, at('09:05'));
  unwrap(await clinic.app.call('tokens.call', { tokenId: here.id }, staff));
  const standing = async () => (await view(clinic)).tokens.map(({ updatedAt: _, ...token }) => token);
  const stood = await standing();

  clinic.clock.setTo(at('09:05', '2026-01-06'));
  await rounds.run();
  clinic.clock.setTo(at('09:05', '2026-01-06') + 17_000);
  await rounds.run();
  clinic.clock.setTo(at('09:06'));
  await rounds.run();
  const closedTooSoon = { noShows: 3, notSeen: 1 };
  expect(await view(clinic)).toMatchObject({ status: 'closed', canReopen: true, closedTooSoon });

  const doctorId = first(clinic.doctorIds);
  const looked = await clinic.app.call('commands.preview', { command: 'books.reopen', doctorId }, staff);
  expect(unwrap(looked).moved.map(({ number }) => number)).toEqual(stood.map(({ number }) => number));
  unwrap(await clinic.app.call('books.reopen', { doctorId }, staff));
  expect(await standing()).toEqual(stood);
  await watchUntil(clinic, rounds, at('09:20'));
  expect(await view(clinic)).toMatchObject({ status: 'open', canReopen: false, closedTooSoon: null });
  expect(Object.values(await statuses(clinic))).toEqual(Array(4).fill('active'));
  await watchUntil(clinic, rounds, at('09:21'));
  expect(await statuses(clinic)).toEqual({
    'A-001': 'no_show',
    'A-002': 'no_show',
    'A-003': 'no_show',
    'A-004': 'active',
  });
});

test('R28: today opened again stays open past the hour at which the clinic closes', async () => {
  const clinic = await openClinic();
  unwrap(await clinic.app.call('settings.change', { clinic: { closeDayAtMinute: 14 * 60 } }, staff));
  await clinic.issued();
  const rounds = makeRounds(clinic.environment);
  clinic.clock.setTo(at('14:00'));
  await rounds.run();
  const doctorId = first(clinic.doctorIds);
  clinic.clock.setTo(at('14:05'));
  unwrap(await clinic.app.call('books.reopen', { doctorId }, staff));
  await watchUntil(clinic, rounds, at('14:10'));
  expect(await view(clinic)).toMatchObject({ status: 'open', tokens: [{ status: 'active' }] });
  unwrap(await clinic.app.call('books.close', { doctorId }, staff));
  expect(await view(clinic)).toMatchObject({ status: 'closed', canReopen: true });
});

test('R28: opened again before that hour, the day closes at it like any other', async () => {
  const clinic = await openClinic();
  unwrap(await clinic.app.call('settings.change', { clinic: { closeDayAtMinute: 14 * 60 } }, staff));
  await clinic.issued();
  const doctorId = first(clinic.doctorIds);
  unwrap(await clinic.app.call('books.close', { doctorId }, staff));
  unwrap(await clinic.app.call('books.reopen', { doctorId }, staff));
  clinic.clock.setTo(at('14:00'));
  await makeRounds(clinic.environment).run();
  expect(await view(clinic)).toMatchObject({ status: 'closed', closedTooSoon: null });
});

test('R28: yesterday opened again stays so until the next turn of the day, for what is left to do', async () => {
  const clinic = await openClinic();
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  const seen = await clinic.issued();
  const booked = await clinic.issued({ source: 'online' });
  clinic.clock.setTo(at('00:00', '2026-01-06'));
  await rounds.run();
  expect(await view(clinic)).toMatchObject({ status: 'closed', canReopen: true });
  const key = { doctorId: first(clinic.doctorIds), serviceDay: MONDAY_BOOK };
  clinic.clock.setTo(at('08:00', '2026-01-06'));
  unwrap(await clinic.app.call('books.reopen', key, staff));
  await rounds.run();
  await closePastBooks(await beginCall(clinic.environment, theClock));
  expect(await statuses(clinic)).toEqual({ 'A-001': 'active', 'A-002': 'active' });
  unwrap(await clinic.app.call('tokens.serve', { tokenId: seen.id }, staff));
  unwrap(await clinic.app.call('tokens.noShow', { tokenId: booked.id }, staff));
  const late = await clinic.app.call('tokens.checkIn', { tokenId: booked.id }, staff);
  expect(late).toMatchObject({ ok: false });

  clinic.clock.setTo(at('00:00', '2026-01-07'));
  await rounds.run();
  expect(await view(clinic)).toMatchObject({ status: 'closed', canReopen: false });
  expect(await statuses(clinic)).toEqual({ 'A-001': 'served', 'A-002': 'no_show' });
  expect(await clinic.app.call('books.reopen', key, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
});
