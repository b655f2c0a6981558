import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { daysAfter } from '../../src/main/app/time/calendar';
import { rebuildReports } from '../../src/main/store/sqlite/rebuild-reports';
import type { Report, ReportTable } from '../../src/shared/model/report';
import { type FigureName, reportNames } from '../../src/shared/model/report-figures';
import { serviceDaySchema } from '../../src/shared/model/time';
import { MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { groupOf, hourOf, keyOf, type PlainVisit, plainFigures } from './plain';
import { plainCapacity, plainPeople, plainRooms } from './plain-rooms';
import { everyVisit, threeMonths } from './three-months';

const first = serviceDaySchema.parse(MONDAY);
const DAYS = 92;
const last = daysAfter(first, DAYS - 1);
const weekdayOf = (day: string): string => groupOf(day, 'weekday');

type Plain = (by: ReportTable['by'], key: string) => Readonly<Record<string, number | null>>;

/** Every cell of every table of a report, against the same worked out by plain code. */
function compare({ tables }: Report, plain: Plain): number {
  let compared = 0;
  for (const { by, figures, rows } of tables) {
    for (const { key, cells } of rows) {
      const expected = plain(by, key);
      for (const [place, name] of figures.entries()) {
        const [found, wanted] = [cells[place] ?? null, expected[name] ?? null];
        const where = `${name} by ${by} ${key}`;
        if (wanted === null || found === null) expect([where, found]).toEqual([where, wanted]);
        else expect(Math.abs(found - wanted), `${where}: ${found}, and not ${wanted}`).toBeLessThan(1e-6);
        compared += 1;
      }
    }
  }
  return compared;
}

const figuresOf = (
  visits: readonly PlainVisit[],
  names: readonly FigureName[],
): Record<string, number | null> =>
  Object.fromEntries(names.map((name) => [name, plainFigures[name]?.(visits) ?? null]));

test('every figure of every report is what plain code makes of the events, on three months with all kinds of days', async () => {
  const path = join(temporaryFolder(), 'opd.db');
  const clinic = await openClinic({ path });
  const { app, doctorIds } = clinic;
  const { done, notes } = await threeMonths(clinic, DAYS);
  // All kinds of days there were.
  for (const kind of ['tokens.noShow', 'tokens.cancel', 'tokens.undo', 'tokens.correct', 'tokens.transfer'])
    expect([kind, (done.get(kind) ?? 0) > 3]).toEqual([kind, true]);
  for (const kind of [
    'tokens.reinstate',
    'patients.merge',
    'privacy.erase',
    'books.close',
    'emergency',
    'doctors.save',
  ])
    expect([kind, (done.get(kind) ?? 0) > 0]).toEqual([kind, true]);
  const { visits, events, slots } = await everyVisit(clinic, notes, first, daysAfter(last, 30));
  const read = async (report: Report['report'], groupBy: Report['groupBy'], rest: object = {}) =>
    unwrap(
      await app.call(
        'reports.read',
        { report, groupBy, from: first, to: last, compare: false, ...rest },
        staff,
      ),
    );
  const inRange = visits.filter(({ day }) => day <= last);
  expect(inRange.length).toBeGreaterThan(600);
  let compared = 0;

  for (const report of reportNames.filter((name) => !['rooms', 'people', 'capacity'].includes(name))) {
    for (const groupBy of ['day', 'weekday', 'week', 'month'] as const) {
      const answer = await read(report, groupBy);
      compared += compare(answer, (by, key) => {
        const own = inRange.filter((visit) => keyOf(visit, by, groupBy) === key);
        return figuresOf(own, answer.tables.find((table) => table.by === by)?.figures ?? []);
      });
    }
    const [doctorId] = doctorIds;
    const filter = {
      doctorIds: doctorId ? [doctorId] : [],
      sources: ['walk_in', 'online'] as const,
      hours: { from: 9, to: 10 },
    };
    const some = inRange.filter((visit) => {
      const { source } = visit.token;
      const hour = hourOf(visit);
      return (
        visit.token.doctorId === doctorId &&
        (source === 'walk_in' || source === 'online') &&
        hour >= 9 &&
        hour <= 10
      );
    });
    const answer = await read(report, 'month', filter);
    compared += compare(answer, (by, key) => {
      const own = some.filter((visit) => keyOf(visit, by, 'month') === key);
      return figuresOf(own, answer.tables.find((table) => table.by === by)?.figures ?? []);
    });
  }

  const ofDay = (by: ReportTable['by'], key: string) => (doctorId: string, day: string) =>
    by === 'total' ||
    (by === 'doctor'
      ? doctorId === key
      : by === 'weekday'
        ? weekdayOf(day) === key
        : groupOf(day, 'week') === key);
  compared += compare(await read('rooms', 'week'), (by, key) => {
    const is = ofDay(by, key);
    return plainRooms(
      inRange.filter(({ token }) => is(token.doctorId, token.serviceDay)),
      slots.filter(({ doctorId, day }) => is(doctorId, day)),
    );
  });
  const inDays = slots.filter(({ day }) => day <= last);
  compared += compare(await read('capacity', 'week'), (by, key) => {
    const is = ofDay(by, key);
    return plainCapacity(
      inRange,
      inDays.filter((slot) => {
        if (by === 'slot') return String(slot.startMinute) === key;
        if (by === 'weekdaySlot') return `${weekdayOf(slot.day)}-${slot.startMinute}` === key;
        return is(slot.doctorId, slot.day);
      }),
    );
  });
  compared += compare(await read('people', 'week'), (by, key) =>
    plainPeople(visits, events, ({ person, day, hour }) => {
      if (day < first || day > last) return false;
      if (by === 'person') return person === key;
      if (by === 'hour') return String(hour) === key;
      if (by === 'personHour') return `${person} ${hour}` === key;
      return by === 'total' || groupOf(day, 'week') === key;
    }),
  );
  expect(compared).toBeGreaterThan(5_000);

  // From a figure to its tokens: as many, and these.
  const cell = { cohort: 'noShows', by: 'weekday', key: '2' } as const;
  const wish = { report: 'missed', from: first, to: last, cell } as const;
  const { total, tokens } = unwrap(await app.call('reports.tokens', wish, staff));
  const gone = inRange.filter(({ token, day }) => token.status === 'no_show' && weekdayOf(day) === '2');
  expect(total).toBe(gone.length);
  expect(new Set(tokens.map(({ tokenId }) => tokenId))).toEqual(new Set(gone.map(({ token }) => token.id)));
  const next = unwrap(
    await app.call('reports.tokens', { ...wish, after: tokens[0]?.tokenId as never }, staff),
  );
  expect(next.tokens).toEqual(tokens.slice(1));

  // Written anew from what happened it is the same, row by row, but for who was merged or seen meanwhile.
  const names = `day, doctor, series, sequence, source, channel, outcome, flags, issued_by, slot_start, issued_at, arrived_at,
    called_at, started_at, ended_at, quoted_from, quoted_to`;
  const rows = () => {
    const raw = new Database(path, { readonly: true });
    const all = ['visits', 'visit_acts'].map((table) =>
      raw
        .prepare(
          table === 'visits' ? `SELECT ${names} FROM visits` : 'SELECT * FROM visit_acts ORDER BY at, kind',
        )
        .all(),
    );
    raw.close();
    return all;
  };
  await clinic.store.close();
  const before = rows();
  rebuildReports({ path }, () => undefined);
  expect(rows()).toEqual(before);
});
