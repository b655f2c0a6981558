import { describe, expect, test } from 'vitest';
import {
  hoursOf,
  newRow,
  readWeek,
  rowsOf,
  type SessionRow,
  seatsOn,
  usualRow,
} from '../../src/renderer/src/parts/doctors/week';
import { minuteOf } from '../../src/shared/model/typed-session';

const row = (fields: Partial<SessionRow> = {}): SessionRow => newRow({ ...usualRow, ...fields });

function problemsOf(fields: Partial<SessionRow>, before: readonly SessionRow[] = [], dayStarts = 0) {
  const last = row(fields);
  return readWeek([...before, last], dayStarts).problems.get(last.key) ?? {};
}

describe('a time of the clock, as people type it', () => {
  test.each([
    ['9', 540],
    ['930', 570],
    ['9:30', 570],
    ['09.30', 570],
    ['1730', 1050],
    ['5 pm', 1020],
    ['5:15pm', 1035],
    ['12 am', 0],
    ['12pm', 720],
    ['९:३०', 570],
    ['24:00', 1440],
  ])('%s', (typed, minute) => expect(minuteOf(typed)).toBe(minute));
  test.each(['', '25:00', '9:60', 'nine', '13 pm', '0 am', '24:30', '9:3', '-9'])('not %s', (typed) =>
    expect(minuteOf(typed)).toBeNull(),
  );
});

describe('a week as it is typed', () => {
  test('a row is a session on each of its days, and comes back as one row', () => {
    const week = [row({ emergency: '20 %' }), row({ from: '17', to: '1930', days: [1, 3], seats: '5' })];
    const { lines, isRight } = readWeek(week, 0);
    expect(isRight).toBe(true);
    expect(lines).toHaveLength(8);
    const back = rowsOf(lines);
    expect(back.map(({ days, from, to, emergency }) => ({ days, from, to, emergency }))).toEqual([
      { days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '13:00', emergency: '20 %' },
      { days: [1, 3], from: '17:00', to: '19:30', emergency: '' },
    ]);
    expect(readWeek(back, 0).lines).toEqual(lines);
    expect([1, 2, 7].map((day) => seatsOn(lines, day as 1 | 2 | 7))).toEqual([55, 40, 0]);
    expect(hoursOf(lines)).toBe(29);
  });

  test.each<[Partial<SessionRow>, object]>([
    [{ days: [] }, { days: { code: 'noDay' } }],
    [{ from: '25:00' }, { from: { code: 'noTime' } }],
    [{ to: '' }, { to: { code: 'noTime' } }],
    [{ from: '13', to: '9' }, { to: { code: 'endsBefore' } }],
    [{ from: '9', to: '9' }, { to: { code: 'endsBefore' } }],
    [{ slotMinutes: '4' }, { slotMinutes: { code: 'slotLength' } }],
    [{ seats: '501' }, { seats: { code: 'seats' } }],
    [{ seats: '' }, { seats: { code: 'seats' } }],
    [{ emergency: '101 %' }, { emergency: { code: 'emergency' } }],
    [{ emergency: 'two' }, { emergency: { code: 'emergency' } }],
    [{ validFrom: '2026-02-01', validTo: '2026-01-31' }, { validTo: { code: 'validTo' } }],
  ])('%o is said by the field', (fields, problems) => expect(problemsOf(fields)).toEqual(problems));

  test('what overlaps an earlier row is said with its day and times', () => {
    const morning = row({ days: [2, 3] });
    const overlap = { code: 'overlap', weekday: 3, times: '09:00–13:00' };
    expect(problemsOf({ days: [3, 4], from: '12:30', to: '14' }, [morning])).toEqual({ from: overlap });
    expect(problemsOf({ days: [3, 4], from: '13', to: '14' }, [morning])).toEqual({});
    expect(problemsOf({ days: [4] }, [morning])).toEqual({});
  });

  test('two rows whose dates do not meet do not overlap', () => {
    const winter = row({ validTo: '2026-03-31' });
    expect(problemsOf({ validFrom: '2026-04-01' }, [winter])).toEqual({});
    expect(problemsOf({ validFrom: '2026-03-31' }, [winter]).from).toMatchObject({ code: 'overlap' });
  });

  test('where the day turns at three, an evening goes on after midnight', () => {
    const night = row({ from: '22:00', to: '01:30', days: [5] });
    expect(readWeek([night], 180).lines).toMatchObject([{ startMinute: 1320, endMinute: 1530 }]);
    expect(problemsOf({ from: '22:00', to: '01:30' })).toEqual({ to: { code: 'endsBefore' } });
    expect(problemsOf({ from: '22:00', to: '04:00' }, [], 180)).toEqual({ to: { code: 'endsBefore' } });
    expect(readWeek([row({ from: '18', to: '0' })], 0).lines[0]).toMatchObject({ endMinute: 1440 });
    expect(readWeek([row({ from: '18', to: '3' })], 180).lines[0]).toMatchObject({ endMinute: 1620 });
  });
});
