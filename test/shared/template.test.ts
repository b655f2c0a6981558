import { expect, test } from 'vitest';
import { alwaysHolds, type ScheduleLine } from '../../src/shared/model/doctor-schedule';
import { type Template, templatesOf, withSeats } from '../../src/shared/model/template';
import { serviceDaySchema } from '../../src/shared/model/time';

const today = serviceDaySchema.parse('2026-01-05');
const monday = serviceDaySchema.parse('2026-01-12');
const sunday = '2026-01-11';

const line = (fields: Partial<ScheduleLine>): ScheduleLine => ({
  ...{ weekday: 1, startMinute: 540, endMinute: 600, slotMinutes: 15, capacity: 1 },
  ...alwaysHolds,
  ...fields,
});
const first = (schedule: readonly ScheduleLine[]): Template => {
  const [template] = templatesOf(schedule, today);
  if (template === undefined) throw new Error('There is no template.');
  return template;
};
const wished = { slotMinutes: 15, seats: [2, 1, 1, 0] };

test('sessions alike on several days are one template; what has ended or not begun is none', () => {
  const schedule = [
    line({ weekday: 1 }),
    line({ weekday: 3 }),
    line({ weekday: 2, capacity: 2 }),
    line({ weekday: 4, validTo: serviceDaySchema.parse('2026-01-04') }),
    line({ weekday: 5, validFrom: monday }),
  ];
  expect(templatesOf(schedule, today)).toMatchObject([
    { weekdays: [1, 3], startMinute: 540, endMinute: 600, slotMinutes: 15, seats: [1, 1, 1, 1] },
    { weekdays: [2], seats: [2, 2, 2, 2] },
  ]);
});

test('lines that follow one another are one session, in which only the last slot may be shorter', () => {
  const parts = [
    line({ startMinute: 555, endMinute: 590, capacity: 1 }),
    line({ endMinute: 555, capacity: 2 }),
    line({ startMinute: 590, endMinute: 620 }),
  ];
  expect(templatesOf(parts, today)).toMatchObject([
    { startMinute: 540, endMinute: 590, seats: [2, 1, 1, 1] },
    { startMinute: 590, endMinute: 620, seats: [1, 1] },
  ]);
  const apart = [line({}), line({ startMinute: 630, endMinute: 690 })];
  expect(templatesOf(apart, today)).toHaveLength(2);
  const otherSeats = [line({}), line({ startMinute: 600, endMinute: 660, emergencySeats: { seats: 1 } })];
  expect(templatesOf(otherSeats, today)).toHaveLength(2);
});

test('from a day on other seats hold; until the day before all is as it was', () => {
  const schedule = [line({ emergencySeats: { seats: 1 } }), line({ weekday: 2, capacity: 4 })];
  const week = withSeats(schedule, first(schedule), wished, monday);
  const held = {
    weekday: 1,
    slotMinutes: 15,
    emergencySeats: { seats: 1 },
    validFrom: monday,
    validTo: null,
  };
  expect(week).toEqual({
    until: null,
    schedule: [
      { ...schedule[0], validTo: sunday },
      schedule[1],
      { ...held, startMinute: 540, endMinute: 555, capacity: 2 },
      { ...held, startMinute: 555, endMinute: 585, capacity: 1 },
      { ...held, startMinute: 585, endMinute: 600, capacity: 0 },
    ],
  });
  if (typeof week === 'string') return;
  expect(templatesOf(week.schedule, monday)).toContainEqual({ ...first(schedule), seats: wished.seats });
  expect(templatesOf(week.schedule, serviceDaySchema.parse(sunday))).toEqual(templatesOf(schedule, today));
});

test('done twice from one day the second takes the place of the first; slots may have another length', () => {
  const schedule = [line({})];
  const once = withSeats(schedule, first(schedule), wished, monday);
  if (typeof once === 'string') throw new Error(once);
  const twice = withSeats(once.schedule, first(schedule), { slotMinutes: 25, seats: [2, 2, 0] }, monday);
  expect(twice).toMatchObject({
    schedule: [
      { validTo: sunday, capacity: 1 },
      { startMinute: 540, endMinute: 590, slotMinutes: 25, capacity: 2 },
      { startMinute: 590, endMinute: 600, slotMinutes: 25, capacity: 0 },
    ],
  });
});

test('what is planned from later on stays, and what ends ends as it would have', () => {
  const june = serviceDaySchema.parse('2026-06-01');
  const may = serviceDaySchema.parse('2026-05-31');
  const schedule = [line({ validTo: may }), line({ validFrom: june, startMinute: 570, endMinute: 660 })];
  const week = withSeats(schedule, first(schedule), wished, monday);
  expect(week).toMatchObject({ until: may });
  if (typeof week === 'string') return;
  expect(week.schedule).toContainEqual(schedule[1]);
  expect(week.schedule.filter(({ validFrom }) => validFrom === monday).map(({ validTo }) => validTo)).toEqual(
    [may, may, may],
  );
  expect(withSeats(schedule, first(schedule), wished, june)).toBe('otherHours');
});

test('more lines than a week may have are not made', () => {
  const schedule = [1, 2, 3, 4, 5, 6, 7].map((weekday) => line({ weekday, endMinute: 660 }));
  const seats = [1, 0, 1, 0, 1, 0, 1, 0];
  expect(withSeats(schedule, first(schedule), { slotMinutes: 15, seats }, monday)).toBe('tooLong');
});
