import { join } from 'node:path';
import { expect, test } from 'vitest';
import { advise } from '../../../src/main/advisor/advise';
import { createApp } from '../../../src/main/app/app';
import type { AdviceJob } from '../../../src/main/app/outside/advice-room';
import type { CallInput } from '../../../src/shared/contract';
import { ENOUGH, type Measured } from '../../../src/shared/model/advice';
import { doctorIdSchema, type TokenId } from '../../../src/shared/model/ids';
import { templatesOf, withSeats } from '../../../src/shared/model/template';
import { type ServiceDay, serviceDaySchema } from '../../../src/shared/model/time';
import { unseenWays } from '../../../src/shared/model/token';
import { at, first, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const day = (text: string) => serviceDaySchema.parse(text);
const days = ['2026-01-05', '2026-01-06', '2026-01-07'].map(day);
const thursday = day('2026-01-08');
const asNow = { sessionMinutes: 240, slotMinutes: 60, seats: [6, 6, 6, 6] };

/** A clinic that calculates here, and remembers with what. */
async function openAdvisor() {
  const clinic = await openClinic({ path: join(temporaryFolder(), 'clinic.db') });
  const jobs: AdviceJob[] = [];
  const adviceRoom = {
    find: async (job: AdviceJob) => {
      jobs.push(job);
      return advise(job);
    },
  };
  const app = createApp({ ...clinic.environment, adviceRoom }, noWindows);
  const doctorId = first(clinic.doctorIds);
  const ask = (wish: Partial<CallInput<'advisor.suggest'>> = {}) =>
    app.call('advisor.suggest', { doctorId, ...asNow, ...wish }, staff);
  return { ...clinic, app, jobs, doctorId, ask };
}
type Opened = Awaited<ReturnType<typeof openAdvisor>>;

/** A day of walk-in patients, of 6 and 10 minutes by turns, and two who booked the day before, of whom one comes. */
async function work({ app, clock, issued, doctorId }: Opened, serviceDay: string, walkIns: number) {
  const does = async (
    name: 'tokens.call' | 'tokens.start' | 'tokens.serve' | 'tokens.checkIn',
    tokenId: string,
  ) => unwrap(await app.call(name, { tokenId } as CallInput<typeof name>, staff));
  clock.setTo(at('08:00', serviceDaySchema.parse(previous(serviceDay))));
  const booked = { source: 'online', serviceDay: day(serviceDay) } as const;
  const comes = await issued(booked);
  await issued(booked);
  clock.setTo(at('08:30', serviceDay));
  await does('tokens.checkIn', comes.id);
  const here = [comes.id];
  for (let person = 0; person < walkIns; person += 1) here.push((await issued({ doctorId })).id);
  clock.setTo(at('09:00', serviceDay));
  for (const [place, tokenId] of here.entries()) {
    await does('tokens.call', tokenId);
    await does('tokens.start', tokenId);
    clock.setTo(clock.now() + (place % 2 === 0 ? 6 : 10) * 60_000);
    await does('tokens.serve', tokenId);
  }
  clock.setTo(at('20:00', serviceDay));
  unwrap(await app.call('books.close', { doctorId, serviceDay: day(serviceDay) }, staff));
}

function previous(serviceDay: string): string {
  return new Date(Date.parse(serviceDay) - 86_400_000).toISOString().slice(0, 10);
}

test('from what was seen of a doctor: measured, and how many to book in each slot; nothing changes', async () => {
  const advisor = await openAdvisor();
  const { clock, ask, jobs, doctorIds, store, doctorId } = advisor;
  for (const one of days) await work(advisor, one, 17);
  clock.setTo(at('08:30', thursday));
  const before = await store.schedule(doctorId);
  const { measured, figures } = unwrap(await ask());
  expect(measured).toMatchObject({ from: '2025-10-10', to: days[2], days: 3, consultations: 54 });
  expect(measured).toMatchObject({ due: 57, missed: 3, meanMinutes: 8 });
  // Half of them 6, half 10: two minutes off the mean each.
  expect(measured.variation).toBeCloseTo((2 / 8) * Math.sqrt(54 / 53), 9);
  expect(measured.noShows).toEqual([
    { source: 'walk_in', lead: 'here', due: 51, missed: 0 },
    { source: 'online', lead: 'days_1', due: 6, missed: 3 },
  ]);
  expect(jobs).toEqual([
    expect.objectContaining({
      now: { slotMinutes: 60, booked: [6, 6, 6, 6] },
      noShow: 3 / 57,
      meanMinutes: 8,
    }),
  ]);
  expect(figures?.now).toMatchObject({ slotMinutes: 60, booked: [6, 6, 6, 6] });
  expect(figures?.suggested.booked.reduce((sum, count) => sum + count, 0)).toBe(24);
  expect(figures?.suggested.objective).toBeLessThanOrEqual(figures?.now.objective ?? 0);
  // Shorter slots, other patients: asked for, and compared with what there is.
  const shorter = unwrap(await ask({ newSlotMinutes: 15, patients: 22 })).figures;
  expect(shorter?.now).toEqual(figures?.now);
  expect(shorter?.suggested).toMatchObject({ slotMinutes: 15 });
  expect(shorter?.suggested.booked).toHaveLength(16);
  expect(shorter?.suggested.booked.reduce((sum, count) => sum + count, 0)).toBe(22);
  expect(shorter?.suggested.meanWait).toBeLessThan(figures?.now.meanWait ?? 0);
  // Of another doctor nothing was seen.
  expect(unwrap(await ask({ doctorId: doctorIds[1] ?? doctorId })).measured).toMatchObject({
    days: 0,
    due: 0,
  });
  expect(await store.schedule(doctorId)).toEqual(before);
});

test('what is suggested becomes the week from a day on, after a look at whom it moves', async () => {
  const advisor = await openAdvisor();
  const { app, clock, ask, issued, store, doctorId } = advisor;
  for (const one of days) await work(advisor, one, 17);
  clock.setTo(at('08:30', thursday));
  const [friday, monday, saturday] = ['2026-01-09', '2026-01-12', '2026-01-10'].map(day);
  if (friday === undefined || monday === undefined || saturday === undefined) throw new Error('No day.');
  // Seven in the last hour of a day before it, and of one after.
  for (const serviceDay of [friday, monday]) {
    const slots = unwrap(await app.call('slots.list', { doctorId, serviceDay }, staff));
    const slotId = slots.at(-1)?.id;
    for (let person = 0; person < 6; person += 1)
      await issued({ source: 'paid', serviceDay, ...(slotId && { slotId }) });
  }
  const schedule = await store.schedule(doctorId);
  const [template] = templatesOf(schedule, thursday);
  const suggested = unwrap(await ask({ patients: 18 })).figures?.suggested;
  if (template === undefined || suggested === undefined) throw new Error('Nothing is suggested.');
  const seats = { slotMinutes: suggested.slotMinutes, seats: suggested.booked };
  const week = withSeats(schedule, template, seats, saturday);
  if (typeof week === 'string') throw new Error(week);
  const input = { doctorId, schedule: week.schedule };
  const preview = unwrap(await app.call('plans.preview', { command: 'doctors.save', ...input }, staff));
  const last = suggested.booked.at(-1) ?? 0;
  expect(last).toBeLessThan(6);
  expect(preview.days.map(({ serviceDay }) => serviceDay)).toEqual([monday]);
  expect(preview.moved).toBe(6 - last);
  unwrap(await app.call('doctors.save', input, staff));
  const seatsOn = async (serviceDay: typeof friday) =>
    unwrap(await app.call('slots.list', { doctorId, serviceDay }, staff)).map(({ capacity }) => capacity);
  expect(await seatsOn(friday)).toEqual([6, 6, 6, 6]);
  expect(await seatsOn(monday)).toEqual(suggested.booked);
});

test('too few visits: it says how many there are, and calculates nothing', async () => {
  const advisor = await openAdvisor();
  await work(advisor, '2026-01-05', 10);
  advisor.clock.setTo(at('08:30', thursday));
  const { measured, figures } = unwrap(await advisor.ask());
  expect(measured).toMatchObject({ consultations: 11, due: 12, days: 1 });
  expect(measured.consultations).toBeLessThan(ENOUGH.consultations);
  expect(figures).toBeNull();
  expect(advisor.jobs).toEqual([]);
});

test('what cannot be calculated is refused', async () => {
  const { ask } = await openAdvisor();
  const refused = async (wish: Partial<CallInput<'advisor.suggest'>>) => {
    const answer = await ask(wish);
    return answer.ok ? 'ok' : answer.error.code;
  };
  expect(await refused({ seats: [6, 6] })).toBe('INVALID_INPUT');
  expect(await refused({ seats: [0, 0, 0, 0] })).toBe('INVALID_INPUT');
  expect(await refused({ seats: [60, 60, 60, 60] })).toBe('INVALID_INPUT');
  expect(await refused({ sessionMinutes: 960, slotMinutes: 240, newSlotMinutes: 5 })).toBe('INVALID_INPUT');
  const nobody = doctorIdSchema.parse('00000000-0000-4000-8000-000000000000');
  expect(await refused({ doctorId: nobody })).toBe('NOT_FOUND');
});

test('who was due, how long before it was asked for, and which consultations count: also by plain code over books', async () => {
  const advisor = await openAdvisor();
  const { app, clock, issued, doctorId, ask } = advisor;
  const does = async (
    name: 'tokens.checkIn' | 'tokens.call' | 'tokens.start' | 'tokens.serve',
    tokenId: TokenId,
  ) => unwrap(await app.call(name, { tokenId }, staff));
  // Asked for 20, 14, 7, 3, 1 and 0 days before; every second one comes.
  const came: TokenId[] = [];
  for (const [place, before] of [20, 14, 7, 3, 1, 0].entries()) {
    clock.setTo(at('08:00', '2026-01-21') - before * 24 * 60 * 60_000);
    const { id } = await issued({ source: 'online', serviceDay: day('2026-01-21') });
    if (place % 2 === 0) came.push(id);
  }
  clock.setTo(at('08:40', '2026-01-21'));
  for (const id of came) await does('tokens.checkIn', id);
  const [seen, forgotten, notSeen] = came;
  if (seen === undefined || forgotten === undefined || notSeen === undefined) throw new Error('Nobody came.');
  const gone = await issued();
  unwrap(await app.call('tokens.cancel', { tokenId: gone.id }, staff));
  for (const [id, minutes] of [
    [seen, 0.2],
    [forgotten, 200],
  ] as const) {
    await does('tokens.call', id);
    await does('tokens.start', id);
    clock.setTo(clock.now() + minutes * 60_000);
    await does('tokens.serve', id);
  }
  clock.setTo(at('20:00', '2026-01-21'));
  unwrap(await app.call('books.close', { doctorId, serviceDay: day('2026-01-21') }, staff));
  // A day that was never closed: who waits there is neither here nor there.
  clock.setTo(at('08:40', '2026-01-22'));
  await issued();
  clock.setTo(at('08:40', '2026-01-23'));
  const { measured } = unwrap(await ask());
  const online = { source: 'online', due: 1 };
  expect(measured.noShows).toEqual([
    { ...online, lead: 'same_day', missed: 1 },
    { ...online, lead: 'days_1', missed: 0 },
    { ...online, lead: 'days_2_3', missed: 1 },
    { ...online, lead: 'days_4_7', missed: 0 },
    { ...online, lead: 'days_8_14', missed: 1 },
    { ...online, lead: 'days_15_up', missed: 0 },
  ]);
  expect(measured).toMatchObject({ consultations: 2, meanMinutes: (1 + 60) / 2, days: 1, due: 6, missed: 3 });
  expect(await overBooks(advisor, measured.from, measured.to)).toEqual(countsOf(measured));
});

test('the same by plain code over books, on days of work', async () => {
  const advisor = await openAdvisor();
  for (const one of days) await work(advisor, one, 8);
  advisor.clock.setTo(at('08:30', thursday));
  const { measured } = unwrap(await advisor.ask());
  expect(await overBooks(advisor, measured.from, measured.to)).toEqual(countsOf(measured));
});

const countsOf = ({ consultations, meanMinutes, due, missed }: Measured) => ({
  consultations,
  meanMinutes,
  due,
  missed,
});

/** Counted from the books themselves. */
async function overBooks({ store, doctorId }: Opened, from: ServiceDay, to: ServiceDay) {
  const lengths: number[] = [];
  let due = 0;
  let missed = 0;
  for (const key of await store.booksFrom(from)) {
    if (key.doctorId !== doctorId || key.serviceDay > to) continue;
    const book = await store.book(key, thursday);
    for (const token of book?.tokens ?? []) {
      const isUnseen = token.status === 'cancelled' && unseenWays.some((way) => way === token.cancelReason);
      if (token.status === 'no_show') missed += 1;
      if (token.status === 'no_show' || token.status === 'served' || isUnseen) due += 1;
      if (token.status !== 'served' || token.startedAt === null) continue;
      lengths.push(Math.min(60, Math.max(1, (token.servedAt - token.startedAt) / 60_000)));
    }
  }
  const meanMinutes = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
  return { consultations: lengths.length, meanMinutes, due, missed };
}
