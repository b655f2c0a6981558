import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';

/** Tables that grow with every patient. */
const growing = [
  'tokens',
  't',
  'patients',
  'p',
  'patient_contacts',
  'patient_numbers',
  'former_patients',
  'visits',
  'visit_acts',
  'book_events',
  'requests',
  'print_jobs',
  'call_list',
  'books',
  'slots',
];

/** Every query that the store prepares, with how SQLite would go about it. */
function everyPlan(): { sql: string; details: string[] }[] {
  const database = openDatabase({ path: ':memory:' });
  const queries: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    queries.push(sql);
    return prepare(sql);
  }) as typeof database.prepare;
  sqliteStore(database, { calendar, newDay });
  const planned = queries.map((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 'x']);
    const values = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => 'x');
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return { sql, details: plan.map(({ detail }) => detail) };
  });
  database.close();
  return planned;
}

test('no query of the store takes longer the longer the clinic has used the app: none reads a whole table', () => {
  const planned = everyPlan();
  expect(planned.length).toBeGreaterThan(40);
  // A new slot is nobody's yet; SQLite looks only while a promise to name one later is open, which none is.
  const asked = planned.filter(({ sql }) => !sql.startsWith('INSERT INTO slots'));
  const scans = asked.flatMap(({ sql, details }) =>
    details
      .filter((detail) => growing.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail)))
      .map((detail) => `${detail}: ${sql}`),
  );
  expect(scans).toEqual([]);
});

test('nothing reads the day of all doctors but what is about the day of all doctors', () => {
  const wholeDay = /^SEARCH (t|tokens|book_events) USING (COVERING )?INDEX (\w+) \(service_day=\?\)/;
  // These have only who is called or inside, and only calls.
  const small = ['tokens_at_the_door', 'book_events_of_calls'];
  const found = everyPlan().filter(({ details }) =>
    details.some((detail) => {
      const index = wholeDay.exec(detail)?.[3];
      return index !== undefined && !small.includes(index);
    }),
  );
  expect(found.map(({ sql }) => sql.replace(/\s+/g, ' ').slice(0, 70))).toEqual([
    // The list of a day; the latest changes, read from the end until there are enough.
    'SELECT t.* FROM tokens t LEFT JOIN patients p ON p.id = t.patient_id W',
    'SELECT doctor_id, revision FROM book_events WHERE service_day = @day A',
  ]);
});
