import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';

/** Tables that grow with every patient. */
const growing = ['tokens', 'book_events', 'requests', 'print_jobs', 'call_list', 'books', 'slots'];

test('no query of the store takes longer the longer the clinic has used the app: none reads a whole table', () => {
  const database = openDatabase({ path: ':memory:' });
  const queries: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    queries.push(sql);
    return prepare(sql);
  }) as typeof database.prepare;
  sqliteStore(database, { calendar, newDay });
  expect(queries.length).toBeGreaterThan(40);

  // A new slot is nobody's yet; SQLite looks only while a promise to name one later is open, which none is.
  const asked = queries.filter((sql) => !sql.startsWith('INSERT INTO slots'));
  const scans = asked.flatMap((sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 'x']);
    const values = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => 'x');
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return plan
      .filter(({ detail }) => growing.some((table) => new RegExp(`^SCAN ${table}\\b`).test(detail)))
      .map(({ detail }) => `${detail}: ${sql}`);
  });
  expect(scans).toEqual([]);
  database.close();
});
