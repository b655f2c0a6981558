import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { issue, newDay } from '../../src/main/engine';
import { migrate } from '../../src/main/store/sqlite/migrate';
import { initial } from '../../src/main/store/sqlite/migrations/0001-initial';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { serviceDaySchema } from '../../src/shared/model/time';
import { at, MONDAY, openClinic, temporaryFolder } from '../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);

test('a commit is durable: WAL with synchronous FULL and foreign keys on every open', () => {
  const path = join(temporaryFolder(), 'data.db');
  for (let open = 0; open < 2; open += 1) {
    const database = openDatabase({ path });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    database.close();
  }
});

test('every table is STRICT', () => {
  const database = openDatabase({ path: ':memory:' });
  const tables = database.pragma('table_list') as { name: string; type: string; strict: number }[];
  const own = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
  expect(own.length).toBeGreaterThan(8);
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('a database of a newer version is refused and left untouched', () => {
  const path = join(temporaryFolder(), 'data.db');
  const database = new Database(path);
  database.pragma('user_version = 9999');
  database.close();
  expect(() => openDatabase({ path })).toThrow(/of a newer version/);
  const after = new Database(path);
  expect(after.pragma('user_version', { simple: true })).toBe(9999);
  expect(after.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 });
});

test('a migration that fails changes nothing', () => {
  const folder = temporaryFolder();
  const database = openDatabase({ path: join(folder, 'data.db') });
  const version = database.pragma('user_version', { simple: true });
  const broken = { version: 99, name: 'broken', sql: 'CREATE TABLE fine (a TEXT) STRICT; NONSENSE;' };
  expect(() => migrate(database, [{ version: 1, name: 'initial', sql: '' }, broken])).toThrow();
  expect(database.pragma('user_version', { simple: true })).toBe(version);
  expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fine'").get()).toBeUndefined();
});

test('a database of the first version is brought up to date with everything in it', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const old = new Database(path);
  migrate(old, [initial]);
  const id = crypto.randomUUID();
  old
    .prepare(
      "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, 'Dr Old', 'x', '1', 'Z', 1)",
    )
    .run(id);
  old.close();
  const store = openSqliteStore({ path, calendar, newDay });
  expect(await store.doctors()).toMatchObject([{ id, name: 'Dr Old' }]);
  expect(await store.callList(monday)).toEqual([]);
  await store.close();
});

test('a damaged file is refused with a sentence', () => {
  const path = join(temporaryFolder(), 'data.db');
  writeFileSync(path, 'this is not a database at all, but it is long enough to look like one'.repeat(50));
  expect(() => openDatabase({ path })).toThrow(/is damaged/);
});

test('the schema forbids what must never be', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const token = await clinic.issued();
  const raw = new Database(path);
  const run = (sql: string) => () => raw.prepare(sql).run();
  expect(run('DELETE FROM tokens')).toThrow(/never deleted/);
  expect(run("UPDATE tokens SET number = 'A-999'")).toThrow(/never changes/);
  expect(run('DELETE FROM book_events')).toThrow(/append-only/);
  expect(run('UPDATE book_events SET at = 0')).toThrow(/append-only/);
  expect(run('UPDATE tokens SET slot_id = NULL')).toThrow(/CHECK/);
  expect(run("UPDATE tokens SET source = 'friend'")).toThrow(/CHECK/);
  expect(run("UPDATE slots SET capacity = 'many'")).toThrow(/TEXT|CHECK/);
  expect(run('UPDATE slots SET start_minute = 540, end_minute = 620')).toThrow(/overlap/);
  expect(
    run(
      `INSERT INTO tokens SELECT '${crypto.randomUUID()}', ${columnsButId(raw)} FROM tokens WHERE id = '${token.id}'`,
    ),
  ).toThrow(/UNIQUE/);
  raw.close();
});

function columnsButId(database: Database.Database): string {
  const columns = database.pragma('table_info(tokens)') as { name: string }[];
  return columns
    .map(({ name }) => name)
    .filter((name) => name !== 'id')
    .join(', ');
}

test('when the disk is full nothing is saved, the caller is told so, and the app goes on', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const before = await clinic.issued();
  const limited = openDatabase({ path });
  const pages = Number(limited.pragma('page_count', { simple: true }));
  limited.close();
  const database = openDatabase({ path });
  database.pragma(`max_page_count = ${pages}`);
  const { sqliteStore } = await import('../../src/main/store/sqlite/sqlite-store');
  const full = sqliteStore(database, { calendar, newDay });
  const key = { doctorId: before.doctorId, serviceDay: monday };
  const { rules } = await full.settings();
  const context = { now: at('08:31'), today: monday, rules };
  const fill = () =>
    full.transact({ books: [key], today: monday, now: context.now }, ([book]) => {
      if (!book) throw new Error('no book');
      const decision = issue(
        book,
        {
          id: crypto.randomUUID() as typeof before.id,
          source: 'walk_in',
          channel: 'desk',
          patientName: 'Somebody',
          patientContact: '',
          note: 'x'.repeat(500),
        },
        context,
      );
      if (!decision.ok) return decision;
      return { ok: true, value: { books: [decision.value], answer: null } };
    });
  let refused = await fill();
  for (let tries = 0; refused.ok && tries < 200; tries += 1) refused = await fill();
  expect(refused).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', message: /disk is full/ } });
  database.pragma('max_page_count = 1000000');
  const numbers = (await full.book(key, monday))?.tokens.map(({ sequence }) => sequence) ?? [];
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect((await fill()).ok).toBe(true);
  database.close();
});

test('a copy of the database file opens as it is: nothing is kept anywhere else', async () => {
  const folder = temporaryFolder();
  const clinic = await openClinic({ path: join(folder, 'data.db') });
  const token = await clinic.issued();
  await clinic.store.close();
  copyFileSync(join(folder, 'data.db'), join(folder, 'copy.db'));
  const copy = openSqliteStore({ path: join(folder, 'copy.db'), calendar, newDay });
  expect(await copy.bookOfToken(token.id)).toEqual({ doctorId: token.doctorId, serviceDay: monday });
});
