import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { issue, newDay } from '../../src/main/engine';
import { migrate, NewerDatabaseError } from '../../src/main/store/sqlite/migrate';
import { initial } from '../../src/main/store/sqlite/migrations/0001-initial';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { serviceDaySchema } from '../../src/shared/model/time';
import { tokenSchema } from '../../src/shared/model/token';
import { at, first, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

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
  expect(() => openDatabase({ path })).toThrow(NewerDatabaseError);
  const after = new Database(path);
  expect(after.pragma('user_version', { simple: true })).toBe(9999);
  expect(after.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 });
});

test('a migration that fails changes nothing, and a copy of the data was kept before it', () => {
  const folder = temporaryFolder();
  const database = openDatabase({ path: join(folder, 'data.db') });
  const version = database.pragma('user_version', { simple: true });
  const broken = { version: 99, name: 'broken', sql: 'CREATE TABLE fine (a TEXT) STRICT; NONSENSE;' };
  expect(() => migrate(database, [{ version: 1, name: 'initial', sql: '' }, broken])).toThrow();
  expect(database.pragma('user_version', { simple: true })).toBe(version);
  expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fine'").get()).toBeUndefined();
  expect(readdirSync(folder).some((name) => name.includes('.before-'))).toBe(true);
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
  expect(await store.notices(monday)).toEqual([]);
  await store.close();
});

test('a damaged file is refused with a sentence', () => {
  const path = join(temporaryFolder(), 'data.db');
  writeFileSync(path, 'this is not a database at all, but it is long enough to look like one'.repeat(50));
  expect(() => openDatabase({ path })).toThrow(/not a database/);
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

test('a token of every status comes back as it was written', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const [called, served, cancelled, online] = [
    await clinic.issued(),
    await clinic.issued(),
    await clinic.issued({ note: 'came by bus' }),
    await clinic.issued({ source: 'online' }),
  ];
  for (let seat = 0; seat < 24; seat += 1) await clinic.issued();
  await clinic.app.call('tokens.call', { tokenId: called.id }, staff);
  await clinic.app.call('tokens.serve', { tokenId: served.id }, staff);
  await clinic.app.call('tokens.cancel', { tokenId: cancelled.id }, staff);
  clinic.clock.setTo(at('09:20'));
  await clinic.app.call('tokens.noShow', { tokenId: online.id }, staff);
  const key = { doctorId: first(clinic.doctorIds), serviceDay: monday };
  const before = await clinic.store.book(key, monday);
  await clinic.store.close();

  const after = await openSqliteStore({ path, calendar, newDay }).book(key, monday);
  expect(after).toEqual(before);
  expect(new Set(after?.tokens.map(({ status }) => status))).toEqual(
    new Set(['active', 'served', 'cancelled', 'no_show', 'waiting']),
  );
  for (const token of after?.tokens ?? []) expect(tokenSchema.parse(token)).toEqual(token);
});

test('replaying the stored events rebuilds every token', async () => {
  const clinic = await openClinic();
  for (let person = 0; person < 27; person += 1) await clinic.issued();
  const view = unwrap(await clinic.app.call('books.view', { doctorId: first(clinic.doctorIds) }, staff));
  await clinic.app.call('tokens.cancel', { tokenId: first(view.tokens).id }, staff);
  const key = { doctorId: first(clinic.doctorIds), serviceDay: monday };
  const replayed = new Map();
  for (const event of await clinic.store.events(key)) {
    if ('after' in event) replayed.set(event.after.id, event.after);
  }
  const book = await clinic.store.book(key, monday);
  expect([...replayed.values()]).toEqual(expect.arrayContaining([...(book?.tokens ?? [])]));
  expect(replayed.size).toBe(book?.tokens.length);
});

test('a refusal leaves nothing behind, not even a new book', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const slotId = crypto.randomUUID();
  const refused = await clinic.issue({ slotId, serviceDay: '2026-01-06' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  const raw = new Database(path, { readonly: true });
  expect(raw.prepare("SELECT count(*) AS n FROM books WHERE service_day = '2026-01-06'").get()).toEqual({
    n: 0,
  });
  raw.close();
});

test('R17: the same request id answers the same and changes nothing; with other content it is a conflict', async () => {
  const clinic = await openClinic();
  const request = { patientName: 'Asha', patientContact: '9876543210', requestId: 'visit-0001' };
  const once = unwrap(await clinic.issue(request));
  const again = unwrap(await clinic.issue(request));
  expect(again.token).toEqual(once.token);
  expect(await clinic.issue({ ...request, patientName: 'Usha' })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', details: { rule: 'R17' } },
  });
  const view = unwrap(await clinic.app.call('books.view', { doctorId: first(clinic.doctorIds) }, staff));
  expect(view.tokens).toHaveLength(1);
  expect(await clinic.store.printJobsIn(['queued'])).toHaveLength(1);
});

test('R17: a refusal is not stored: the same request may succeed later', async () => {
  const clinic = await openClinic();
  const token = await clinic.issued({ patientName: 'Asha', patientContact: '9876543210' });
  const request = { patientName: 'asha', patientContact: '98765-43210', requestId: 'visit-0002' };
  expect(await clinic.issue(request)).toMatchObject({ ok: false, error: { code: 'DUPLICATE_TOKEN' } });
  await clinic.app.call('tokens.cancel', { tokenId: token.id }, staff);
  expect(unwrap(await clinic.issue(request)).token.number).toBe('A-002');
});

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
