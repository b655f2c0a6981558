import { expect, test } from 'vitest';
import type { Book } from '../../../src/shared/model/book';
import { alwaysHolds } from '../../../src/shared/model/doctor-schedule';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, openClinic, staff, type TestClinic } from '../../helpers/clinic';

const day = (text: string) => serviceDaySchema.parse(text);
const hours = (startMinute: number, endMinute: number) => ({
  startMinute,
  endMinute,
  slotMinutes: 60,
  capacity: 2,
});

/** A clinic where it is noon on the day before, whose doctor works round the clock every day. */
async function openAllNight(timeZone: string, eve: string, dayStartsAtMinute = 0): Promise<TestClinic> {
  const clinic = await openClinic({ time: Date.parse(`${eve}T12:00:00Z`) });
  const settings = await clinic.store.settings();
  const times = { timeZone, dayStartsAtMinute };
  await clinic.store.saveSettings({ ...settings, clinic: { ...settings.clinic, ...times } });
  const doctor = first(await clinic.store.doctors());
  const whole = hours(dayStartsAtMinute, dayStartsAtMinute + 1440);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...alwaysHolds, weekday, ...whole }));
  await clinic.store.saveDoctor(doctor, week);
  return clinic;
}

async function bookOf(clinic: TestClinic, serviceDay: string, today = serviceDay): Promise<Book> {
  const key = { doctorId: first(clinic.doctorIds), serviceDay: day(serviceDay) };
  const book = await clinic.store.book(key, day(today));
  if (!book) throw new Error('No book.');
  return book;
}

/** Each slot lasts, and none begins before the one printed before it has ended. */
function expectReal({ slots }: Book): void {
  for (const [index, slot] of slots.entries()) {
    expect(slot.endsAt).toBeGreaterThan(slot.startsAt);
    expect(slot.startsAt).toBeGreaterThanOrEqual(slots[index - 1]?.endsAt ?? 0);
  }
}

const add = (clinic: TestClinic, serviceDay: string, startMinute: number, endMinute: number) =>
  clinic.app.receive(
    'slots.add',
    { doctorId: first(clinic.doctorIds), serviceDay, startMinute, endMinute, capacity: 3 },
    staff,
  );

test.each([
  ['Europe/Berlin', '2026-03-28', '2026-03-29'],
  ['America/St_Johns', '2026-03-07', '2026-03-08'],
])(
  'where the clocks are put forward (%s) nobody is given the hour that does not exist',
  async (zone, eve, sunday) => {
    const clinic = await openAllNight(zone, eve);
    const book = await bookOf(clinic, sunday, eve);
    expectReal(book);
    expect(book.slots.map(({ startMinute }) => startMinute / 60)).not.toContain(2);
    expect(book.slots).toHaveLength(23);
  },
);

test('a slot that reaches into the skipped hour ends before it, and one that begins in it begins after it', async () => {
  const clinic = await openAllNight('Europe/Berlin', '2026-03-28');
  const doctor = first(await clinic.store.doctors());
  await clinic.store.saveDoctor(doctor, [
    { ...alwaysHolds, weekday: 7, ...hours(90, 270), slotMinutes: 60 },
    { ...alwaysHolds, weekday: 7, ...hours(300, 330) },
  ]);
  const book = await bookOf(clinic, '2026-03-29', '2026-03-28');
  expectReal(book);
  expect(book.slots.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
    [90, 120],
    [180, 210],
    [210, 270],
    [300, 330],
  ]);
});

test.each([
  ['Europe/Berlin', '2026-10-24', '2026-10-25'],
  ['America/St_Johns', '2026-10-31', '2026-11-01'],
])(
  'where the clocks are put back (%s) the doubled hour is one slot, twice as long',
  async (zone, eve, sunday) => {
    const clinic = await openAllNight(zone, eve);
    const book = await bookOf(clinic, sunday, eve);
    expectReal(book);
    expect(book.slots).toHaveLength(24);
    const lengths = book.slots.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000);
    expect(Math.max(...lengths)).toBe(2);
  },
);

test('a slot added on the skipped hour is refused with the reason', async () => {
  const clinic = await openAllNight('Europe/Berlin', '2026-03-28');
  await clinic.store.saveDoctor(first(await clinic.store.doctors()), []);
  for (const [from, to] of [
    [150, 180],
    [120, 180],
    [90, 150],
    [150, 240],
  ] as const) {
    expect(await add(clinic, '2026-03-29', from, to)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('does not exist') },
    });
  }
  expect(await add(clinic, '2026-03-29', 60, 120)).toMatchObject({ ok: true });
  expect(await add(clinic, '2026-03-29', 180, 240)).toMatchObject({ ok: true });
});

test('no real hour can be booked twice where the day begins at six: neither 30:00 nor 5:00 is in it', async () => {
  const clinic = await openAllNight('Asia/Kolkata', '2026-01-05', 360);
  const monday = await bookOf(clinic, '2026-01-05');
  const tuesday = await bookOf(clinic, '2026-01-06', '2026-01-05');
  expect(monday.slots.at(-1)?.endsAt).toBe(tuesday.slots[0]?.startsAt);
  for (const [from, to] of [
    [1740, 1860],
    [1800, 1860],
    [300, 360],
  ] as const) {
    expect(await add(clinic, '2026-01-07', from, to)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { rule: 'R2' } },
    });
  }
});

test('working hours past the turn of the day are refused; those up to it are kept', async () => {
  const clinic = await openAllNight('Asia/Kolkata', '2026-01-05', 360);
  const doctorId = first(clinic.doctorIds);
  const save = (startMinute: number, endMinute: number) =>
    clinic.app.receive(
      'doctors.save',
      { doctorId, schedule: [{ weekday: 1, ...hours(startMinute, endMinute) }] },
      staff,
    );
  for (const [from, to] of [
    [300, 480],
    [1380, 1860],
  ] as const) {
    expect(await save(from, to)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { rule: 'R2', field: 'schedule' } },
    });
  }
  expect(await save(1380, 1800)).toMatchObject({ ok: true });
});

test('hours kept from before that run past the turn of the day are cut there', async () => {
  const clinic = await openAllNight('Asia/Kolkata', '2026-01-05');
  const doctor = first(await clinic.store.doctors());
  await clinic.store.saveDoctor(doctor, [{ ...alwaysHolds, weekday: 2, ...hours(1350, 1560) }]);
  const book = await bookOf(clinic, '2026-01-06', '2026-01-05');
  expect(book.slots.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
    [1350, 1410],
    [1410, 1440],
  ]);
});
