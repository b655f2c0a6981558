import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import { createClockTrust } from '../../../src/main/app/time/clock-trust';
import type { ClockState } from '../../../src/shared/model/clock';
import { MINUTE, serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../../helpers/clinic';
import { type Computer, twoClocks } from '../../helpers/two-clocks';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONDAY = serviceDaySchema.parse('2026-01-05');
const TUESDAY = serviceDaySchema.parse('2026-01-06');

interface Morning extends TestClinic {
  readonly computer: Computer;
  readonly run: () => Promise<void>;
}

async function morning(
  options: { path?: string; computer?: Computer; time?: number } = {},
): Promise<Morning> {
  const { time = at('08:30'), path, computer = twoClocks(time) } = options;
  const clinic = await openClinic({ computer: computer.clock, watched: true, ...(path && { path }) });
  return { ...clinic, computer, run: makeRounds(clinic.environment).run };
}

/** Rounds, a minute apart. */
async function live({ computer, run }: Morning, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    computer.live(MINUTE);
    await run();
  }
}

const status = async ({ app }: Morning) => unwrap(await app.call('app.status', {}, staff));
const asked = async (clinic: Morning): Promise<ClockState['question']> =>
  (await status(clinic)).clock.question;
const answer = async ({ app }: Morning, input: object) =>
  app.call('clock.answer', input as { right: 'ours' }, staff);

async function statuses({ app, doctorIds }: Morning, serviceDay = MONDAY): Promise<string[]> {
  const view = unwrap(await app.call('books.view', { doctorId: first(doctorIds), serviceDay }, staff));
  return [view.status, ...view.tokens.map((token) => token.status)];
}

async function booked(clinic: Morning, count = 3): Promise<void> {
  for (let person = 0; person < count; person += 1) await clinic.issued({ source: 'online' });
}

/** Nothing happened by itself, over an hour and more of rounds. */
async function nothingHappens(clinic: Morning): Promise<void> {
  const before = await statuses(clinic);
  clinic.events.length = 0;
  await live(clinic, 90);
  expect(await statuses(clinic)).toEqual(before);
  expect(clinic.events.filter(({ type }) => type === 'dayChanged' || type === 'bookChanged')).toEqual([]);
}

test('R35: a day ahead for 17 s and back: nothing is closed, nobody marked, and nothing asked any more', async () => {
  const clinic = await morning();
  await booked(clinic);
  await clinic.run();
  await live(clinic, 40);
  clinic.computer.set(at('09:10', TUESDAY));
  await clinic.run();
  expect(await asked(clinic)).toMatchObject({
    kind: 'jump',
    ours: at('09:10'),
    computer: at('09:10', TUESDAY),
  });
  expect((await status(clinic)).serviceDay).toBe(MONDAY);
  clinic.computer.live(17_000);
  await clinic.run();
  expect(await statuses(clinic)).toEqual(['open', 'active', 'active', 'active']);
  clinic.computer.set(at('09:10') + 17_000);
  await clinic.run();
  expect(await asked(clinic)).toBeNull();
  // And all goes on as if nothing had been: R13 marks at a quarter past nine.
  await live(clinic, 4);
  expect(await statuses(clinic)).toEqual(['open', 'active', 'active', 'active']);
  await live(clinic, 1);
  expect(await statuses(clinic)).toEqual(['open', 'no_show', 'no_show', 'no_show']);
});

for (const [what, to] of [
  ['back by an hour', at('08:10')],
  ['ahead by an hour', at('10:10')],
  ['a year ahead', at('09:10', '2027-01-05')],
  ['to 2010', Date.UTC(2010, 0, 1)],
  ['by half a day, as a wrong zone set by hand does', at('21:10')],
] as const) {
  test(`R35: set ${what} while the app runs, patients are served by our count, and nobody is marked`, async () => {
    const clinic = await morning();
    await booked(clinic);
    await live(clinic, 40);
    clinic.computer.set(to);
    await nothingHappens(clinic);
    expect((await status(clinic)).now).toBe(at('10:40'));
    const token = await clinic.issued();
    expect(token).toMatchObject({ number: 'A-004', serviceDay: MONDAY, createdAt: at('10:40') });
    unwrap(await clinic.app.call('tokens.call', { tokenId: token.id }, staff));
    unwrap(await answer(clinic, { right: 'ours' }));
    expect((await status(clinic)).clock).toEqual({ question: null, wrongBy: to - at('09:10') });
    await clinic.run();
    // The watch began anew with the answer: a quarter of an hour for everybody.
    expect(await statuses(clinic)).toEqual(['open', 'active', 'active', 'active', 'active']);
    await live(clinic, 14);
    expect(await statuses(clinic)).toEqual(['open', 'active', 'active', 'active', 'active']);
    await live(clinic, 2);
    expect((await statuses(clinic)).slice(0, 4)).toEqual(['open', 'no_show', 'no_show', 'no_show']);
    // Mended later, by whoever: nothing is asked again.
    clinic.computer.set(at('10:56'));
    await clinic.run();
    expect((await status(clinic)).clock).toEqual({ question: null, wrongBy: 0 });
    expect((await status(clinic)).now).toBe(at('10:56'));
  });
}

test('R35, R18: set back by an hour and that accepted, whoever comes stands behind all who are here', async () => {
  const clinic = await morning({ time: at('09:40') });
  const before = [await clinic.issued(), await clinic.issued()];
  await live(clinic, 5);
  before.push(await clinic.issued());
  clinic.computer.set(at('08:45'));
  await clinic.run();
  unwrap(await answer(clinic, { right: 'computer' }));
  const after = [await clinic.issued(), await clinic.issued()];
  const inTurn = [...before, ...after].map(({ id }) => id);
  const queue = async () => {
    const input = { doctorId: first(clinic.doctorIds), serviceDay: MONDAY };
    return unwrap(await clinic.app.call('books.view', input, staff)).queue.map(({ tokenId }) => tokenId);
  };
  for (let minutes = 0; minutes < 120; minutes += 10) {
    expect(await queue()).toEqual(inTurn);
    await live(clinic, 10);
  }
});

test('R35: small corrections and drift are no jumps; an hour of daylight saving is none, nor is a zone in the settings', async () => {
  const clinic = await morning();
  await clinic.run();
  for (const step of [1_000, -1_500, 90_000, -119_000]) {
    clinic.computer.set(clinic.computer.clock.now() + step);
    await clinic.run();
    expect(await asked(clinic)).toBeNull();
  }
  unwrap(
    await clinic.app.call(
      'settings.change',
      { clinic: { timeZone: 'Europe/Berlin' }, confirmed: true },
      staff,
    ),
  );
  await live(clinic, 2);
  expect(await asked(clinic)).toBeNull();
});

test('R35: the night in which clocks change, either way, is lived through without a question', async () => {
  for (const day of ['2026-03-29', '2026-10-25']) {
    const clinic = await morning({ time: Date.parse(`${day}T00:30:00Z`) });
    unwrap(
      await clinic.app.call(
        'settings.change',
        { clinic: { timeZone: 'Europe/Berlin' }, confirmed: true },
        staff,
      ),
    );
    await live(clinic, 90);
    expect(await asked(clinic)).toBeNull();
  }
});

test('R35: a sleep over midnight is no jump: both clocks went on', async () => {
  const clinic = await morning({ time: at('23:50') });
  await clinic.run();
  clinic.computer.live(9 * HOUR);
  await clinic.run();
  expect(await asked(clinic)).toBeNull();
  expect((await status(clinic)).serviceDay).toBe(TUESDAY);
  expect(clinic.events).toContainEqual({
    type: 'dayChanged',
    serviceDay: TUESDAY,
    now: at('08:50', TUESDAY),
  });
});

test('R35: stopped over midnight with the clock set meanwhile: the day waits until somebody says which it is', async () => {
  const clinic = await morning({ time: at('11:50') });
  await booked(clinic, 1);
  await clinic.run();
  clinic.computer.live(3 * MINUTE);
  clinic.computer.set(at('00:20', TUESDAY));
  await nothingHappens(clinic);
  unwrap(await answer(clinic, { right: 'computer' }));
  await clinic.run();
  expect((await status(clinic)).serviceDay).toBe(TUESDAY);
  expect(await statuses(clinic)).toEqual(['closed', 'no_show']);
});

test('R35: a rule that is to hold from tomorrow is not made by a clock a day ahead', async () => {
  const clinic = await morning();
  await clinic.run();
  unwrap(
    await clinic.app.call(
      'rules.schedule',
      { holdsFrom: TUESDAY, rules: { noShowTimeoutMinutes: 30 } },
      staff,
    ),
  );
  clinic.computer.set(at('08:30', TUESDAY));
  await live(clinic, 3);
  await clinic.issued();
  expect((await clinic.store.settings()).rules.noShowTimeoutMinutes).toBe(15);
  unwrap(await answer(clinic, { right: 'computer' }));
  await clinic.run();
  expect((await clinic.store.settings()).rules.noShowTimeoutMinutes).toBe(30);
});

/** The app ends, the computer goes off, and comes back showing this. */
async function next(clinic: Morning, path: string, shown: number): Promise<Morning> {
  await clinic.run();
  await clinic.store.close();
  clinic.computer.restart(shown);
  const again = await morning({ path, computer: clinic.computer });
  await again.run();
  return again;
}

test('R35: a night and a long weekend are ordinary; after a fortnight Enter says that the computer is right', async () => {
  const path = join(temporaryFolder(), 'data.db');
  let clinic = await morning({ path, time: at('18:00') });
  clinic = await next(clinic, path, at('08:00', TUESDAY));
  expect(await asked(clinic)).toBeNull();
  clinic = await next(clinic, path, at('07:50', '2026-01-10'));
  expect(await asked(clinic)).toBeNull();
  clinic = await next(clinic, path, at('08:00', '2026-01-24'));
  expect(await asked(clinic)).toMatchObject({
    kind: 'start',
    lastUsedAt: at('07:50', '2026-01-10'),
    dayUnknown: false,
  });
  // The day of the computer, at once; nothing happens by itself.
  expect(await clinic.issued()).toMatchObject({ number: 'A-001', serviceDay: '2026-01-24' });
  expect((await answer(clinic, { right: 'ours' })).ok).toBe(false);
  unwrap(await answer(clinic, { right: 'computer' }));
  expect(await asked(clinic)).toBeNull();
  clinic = await next(clinic, path, at('18:00', '2026-01-24'));
  expect(await asked(clinic)).toBeNull();
});

test('R35: a power cut in the middle of the morning and an empty battery: 2010, and the morning goes on', async () => {
  const path = join(temporaryFolder(), 'data.db');
  let clinic = await morning({ path, time: at('09:30') });
  await clinic.issued();
  clinic = await next(clinic, path, Date.UTC(2010, 0, 1));
  expect(await asked(clinic)).toMatchObject({
    kind: 'start',
    lastUsedAt: at('09:30'),
    dayUnknown: false,
    guess: at('09:30'),
  });
  const another = { patientContact: '9876543210' };
  expect(await clinic.issued(another)).toMatchObject({ number: 'A-002', serviceDay: MONDAY });
  await nothingHappens(clinic);
  // Twenty seconds after it was switched on it would have found the time by itself; here it takes longer.
  clinic.computer.set(at('11:05'));
  await clinic.run();
  expect(await asked(clinic)).toBeNull();
  expect(await clinic.issued()).toMatchObject({ number: 'A-003', serviceDay: MONDAY });
});

test('R35: 2010 on the morning after: no token is lost on a day that nobody knows; one key says which it is', async () => {
  const path = join(temporaryFolder(), 'data.db');
  let clinic = await morning({ path, time: at('18:00') });
  await clinic.issued({ serviceDay: TUESDAY, source: 'online' });
  clinic = await next(clinic, path, Date.UTC(2010, 0, 1));
  expect(await asked(clinic)).toMatchObject({ dayUnknown: true, guess: at('09:00', TUESDAY) });
  const refused = await clinic.issue();
  expect(refused).toMatchObject({ error: { code: 'CONFLICT', details: { reason: 'clock_unknown' } } });
  expect(await clinic.issued({ serviceDay: TUESDAY })).toMatchObject({ number: 'A-002' });
  // A computer that has lost its battery is not right, whoever says so.
  const never = await answer(clinic, { right: 'computer' });
  expect(never).toMatchObject({ error: { code: 'INVALID_INPUT', details: { field: 'right' } } });
  const wrong = await answer(clinic, { right: 'typed', date: TUESDAY });
  expect(wrong).toMatchObject({ error: { code: 'INVALID_INPUT', details: { field: 'minute' } } });
  unwrap(await answer(clinic, { right: 'typed', date: TUESDAY, minute: 8 * 60 + 5 }));
  expect(await status(clinic)).toMatchObject({ serviceDay: TUESDAY, now: at('08:05', TUESDAY) });
  expect(await clinic.issued()).toMatchObject({ number: 'A-003', serviceDay: TUESDAY });
  const [line] = await clinic.store.auditLines({ kind: 'clock.answer' }, 10);
  expect(line).toMatchObject({
    by: { role: 'staff' },
    details: { right: 'typed', date: TUESDAY, minute: 485 },
  });
  expect((await answer(clinic, { right: 'computer' })).ok).toBe(false);
});

test('R35: a day with bookings that was left out, and an app that ended amid patients, are asked for', async () => {
  const path = join(temporaryFolder(), 'data.db');
  let clinic = await morning({ path, time: at('18:00') });
  await clinic.issued({ serviceDay: TUESDAY, source: 'online' });
  clinic = await next(clinic, path, at('08:00', '2026-01-07'));
  expect(await asked(clinic)).toMatchObject({ kind: 'start' });
  expect(await statuses(clinic, TUESDAY)).toEqual(['open', 'active']);
  unwrap(await answer(clinic, { right: 'typed', date: TUESDAY, minute: 8 * 60 }));
  await clinic.run();
  expect(await statuses(clinic, TUESDAY)).toEqual(['open', 'active']);
  await live(clinic, 65);
  // The power goes at five past nine.
  clinic = await next(clinic, path, at('09:05', '2026-01-07'));
  expect(await asked(clinic)).toMatchObject({ lastUsedAt: at('09:05', TUESDAY) });
  expect(await statuses(clinic, TUESDAY)).toEqual(['open', 'active']);
});

test('R35: an unanswered question, and an answer, outlive a restart of the app', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const before = await morning({ path });
  await booked(before);
  await before.run();
  before.computer.set(at('08:30', TUESDAY));
  await before.run();
  await before.store.close();
  before.computer.live(MINUTE);
  const after = await morning({ path, computer: before.computer });
  await after.run();
  expect(await asked(after)).toMatchObject({ kind: 'jump', ours: at('08:31') });
  expect(await statuses(after)).toEqual(['open', 'active', 'active', 'active']);
  unwrap(await answer(after, { right: 'ours' }));
  await after.store.close();
  before.computer.live(MINUTE);
  const last = await morning({ path, computer: before.computer });
  expect((await status(last)).clock).toEqual({ question: null, wrongBy: DAY });
  expect((await status(last)).now).toBe(at('08:32'));
});

test('R35: what waited for the answer is done with it, not with the next round', async () => {
  const clinic = await morning();
  await booked(clinic, 1);
  await clinic.run();
  clinic.computer.set(at('08:30', TUESDAY));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  // From here on no timer ends: the next round would never come.
  const stop = makeRounds(clinic.environment).start();
  const until = async (is: () => Promise<boolean>): Promise<void> => {
    while (!(await is())) await new Promise((resolve) => setImmediate(resolve));
  };
  await until(async () => vi.getTimerCount() > 0);
  expect(await statuses(clinic)).toEqual(['open', 'active']);
  unwrap(await answer(clinic, { right: 'computer' }));
  await until(async () => (await statuses(clinic))[0] === 'closed');
  expect(await statuses(clinic)).toEqual(['closed', 'no_show']);
  await stop();
});

test('R35: a time that the command line gives is believed on the day of the last use, and on no other', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await morning({ path });
  await live(clinic, 5);
  const parts = { store: clinic.store, log: clinic.environment.log, changed: () => undefined };
  for (const [shown, asked, isDoubted] of [
    [at('08:20'), true, false],
    [at('08:20'), false, true],
    [Date.UTC(2010, 0, 1), true, true],
  ] as const) {
    clinic.computer.restart(shown);
    const trust = createClockTrust({ ...parts, clock: clinic.computer.clock, asked });
    await trust.ready();
    expect([shown, asked, trust.isDoubted()]).toEqual([shown, asked, isDoubted]);
  }
});

test('R35: what the question was when somebody answers is what is answered', async () => {
  const clinic = await morning();
  await clinic.run();
  clinic.computer.set(at('08:30', TUESDAY));
  const question = await asked(clinic);
  clinic.computer.set(at('08:30', '2027-01-05'));
  const late = await answer(clinic, {
    right: 'computer',
    computer: question?.computer,
    ours: question?.ours,
  });
  expect(late).toMatchObject({ error: { code: 'CONFLICT', details: { reason: 'clock_moved' } } });
});
