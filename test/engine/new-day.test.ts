import { describe, expect, test } from 'vitest';
import { type DayPlan, newDay } from '../../src/main/engine';
import { type Book, bookSchema } from '../../src/shared/model/book';
import type { Calendar } from '../../src/shared/model/calendar';
import { alwaysHolds } from '../../src/shared/model/doctor-schedule';
import { doctorIdSchema, type SlotId, slotIdSchema } from '../../src/shared/model/ids';
import { MINUTE, serviceDaySchema } from '../../src/shared/model/time';

const serviceDay = serviceDaySchema.parse('2026-03-29');
const midnight = Date.parse(`${serviceDay}T00:00:00Z`);

/** A Sunday in UTC whose clock skips the hour from 120 to 180. */
const calendar: Calendar = {
  instantOf: (_day, minute) => midnight + minute * MINUTE,
  weekdayOf: () => 7,
  daysAfter: (day) => day,
  realPart: (_day, { startMinute, endMinute }) => {
    const start = startMinute >= 120 && startMinute < 180 ? 180 : startMinute;
    const end = endMinute > 120 && endMinute <= 180 ? 120 : endMinute;
    return start < end ? { startMinute: start, endMinute: end } : undefined;
  },
};

const slotId = (startMinute: number): SlotId =>
  slotIdSchema.parse(`00000000-0000-4000-8000-${String(startMinute).padStart(12, '0')}`);

const line = { ...alwaysHolds, weekday: 7, startMinute: 540, endMinute: 660, slotMinutes: 60, capacity: 6 };

function dayOf(plan: Partial<DayPlan> = {}): Book {
  const doctor = { id: doctorIdSchema.parse('11111111-1111-4111-8111-111111111111'), prefix: 'A' };
  const clinic = { timeZone: 'UTC', dayStartsAtMinute: 0 };
  return newDay(
    { doctor, serviceDay, week: [line], oneOffs: [], absences: [], isPast: false, clinic, ...plan },
    { calendar, slotId },
  );
}

const timesOf = (book: Book): [number, number][] =>
  book.slots.map(({ startMinute, endMinute }) => [startMinute, endMinute]);

describe('a new day', () => {
  test('is an open book in which nothing has happened, with the slots of the week', () => {
    const book = dayOf();
    expect(bookSchema.parse(book)).toEqual(book);
    expect(book).toMatchObject({ prefix: 'A', status: 'open', revision: 0, calls: 0, tokens: [] });
    expect(book.slots).toEqual([
      expect.objectContaining({
        startMinute: 540,
        endMinute: 600,
        startsAt: midnight + 540 * MINUTE,
        capacity: 6,
      }),
      expect.objectContaining({
        startMinute: 600,
        endMinute: 660,
        endsAt: midnight + 660 * MINUTE,
        delayMinutes: 0,
      }),
    ]);
  });

  test('is the same each time it is asked for, ids and all', () => {
    expect(dayOf()).toEqual(dayOf());
    expect(dayOf().slots.map(({ id }) => id)).toEqual([slotId(540), slotId(600)]);
  });

  test('takes the lines of its weekday, in the order of the day, and makes a rest a shorter slot', () => {
    const week = [
      { ...line, startMinute: 840, endMinute: 930 },
      line,
      { ...line, weekday: 1, startMinute: 1020, endMinute: 1080 },
    ];
    expect(timesOf(dayOf({ week }))).toEqual([
      [540, 600],
      [600, 660],
      [840, 900],
      [900, 930],
    ]);
  });

  test('R2: is cut to the service day', () => {
    const clinic = { timeZone: 'UTC', dayStartsAtMinute: 570 };
    const night = { ...line, startMinute: 1950, endMinute: 2070 };
    expect(timesOf(dayOf({ clinic, week: [line, night] }))).toEqual([
      [570, 600],
      [600, 660],
      [1950, 2010],
    ]);
  });

  test('R2: has no time that the clock skips', () => {
    const week = [{ ...line, startMinute: 90, endMinute: 270 }];
    expect(timesOf(dayOf({ week }))).toEqual([
      [90, 120],
      [180, 210],
      [210, 270],
    ]);
  });

  test('has no slots where the doctor is on leave, nor when it is past', () => {
    const leave = { from: serviceDay, to: serviceDay, startMinute: null, endMinute: null };
    expect(dayOf({ absences: [leave] }).slots).toEqual([]);
    expect(dayOf({ isPast: true }).slots).toEqual([]);
  });
});
