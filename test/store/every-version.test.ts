import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import type { ListedAuditLine } from '../../src/main/store/audit';
import {
  MigrationError,
  makeSchema,
  migrate,
  migrations,
  newestVersion,
} from '../../src/main/store/sqlite/migrate';
import type { Migration } from '../../src/main/store/sqlite/migration';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { teachPackedIds } from '../../src/main/store/sqlite/packed-id';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Book } from '../../src/shared/model/book';
import { type BookEvent, isTokenEvent } from '../../src/shared/model/event';
import { patientSearchFor } from '../../src/shared/model/patient-search';
import { serviceDaySchema } from '../../src/shared/model/time';
import { at, first, kiosk, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);
const versions = Array.from({ length: newestVersion }, (_, index) => index + 1);

interface Day {
  readonly path: string;
  readonly book: Book;
  readonly events: readonly BookEvent[];
  /** R17: what each request was answered. */
  readonly answers: readonly unknown[];
  /** Who did what. */
  readonly lines: readonly ListedAuditLine[];
}

/** From here on there is an audit. */
const WITH_AUDIT = 16;
/** From here on an event says only what it changed; and from there on as short as today. */
const WITH_CHANGES = 21;
const SHORT = 23;
/** And a line of the audit. */
const SHORT_AUDIT = 24;
/** And what stands in many events is a number. */
const NUMBERED = 25;

/** A morning with somebody served, called, cancelled, waiting, from paper, at the kiosk, and slips. */
async function aMorning(): Promise<Day> {
  const path = join(temporaryFolder(), 'now.db');
  const { app, clock, doctorIds, issue, issued, store } = await openClinic({ path });
  const doctorId = first(doctorIds);
  const asked = (name: string) => ({ requestId: `request-${name}` });
  for (let person = 0; person < 4; person += 1) await issued(asked(String(person)));
  unwrap(await issue({ source: 'emergency' }));
  unwrap(await issue(asked('kiosk'), kiosk));
  const leaves = await issued({ source: 'online' });
  clock.setTo(at('09:05'));
  const served = unwrap(await app.call('queue.callNext', { doctorId }, staff));
  unwrap(await app.call('tokens.serve', { tokenId: served.id }, staff));
  unwrap(await app.call('queue.callNext', { doctorId }, staff));
  unwrap(await app.call('tokens.cancel', { tokenId: leaves.id }, staff));
  const key = { doctorId, serviceDay: monday };
  const book = await store.book(key, monday);
  if (!book) throw new Error('no book');
  const events = await store.events(key);
  const lines = await store.auditLines({}, 100);
  await store.close();
  const raw = new Database(path, { readonly: true });
  const answers = answersIn(raw);
  raw.close();
  return { path, book, events, answers, lines };
}

const answersIn = (database: Database.Database): readonly unknown[] =>
  database.prepare('SELECT * FROM requests ORDER BY id').all();

const columnsOf = (database: Database.Database, schema: string, table: string): string[] =>
  (database.pragma(`${schema}.table_info(${table})`) as { name: string }[]).map(({ name }) => name);

const plainTables = (database: Database.Database, schema: string): string[] =>
  (database.pragma(`${schema}.table_list`) as { schema: string; name: string; type: string }[])
    .filter((one) => one.schema === schema && one.type === 'table' && !one.name.startsWith('sqlite_'))
    .map(({ name }) => name);

const word = (column: string): string => `(SELECT word FROM now.words WHERE words.id = audit.${column})`;

/** Lines of the audit as the versions up to 23 kept them. */
const earlierLines = `SELECT id, at, ${word('kind')}, ${word('actor')}, ${word('doctor_id')}, ${word('service_day')},
  unpacked_id(token_id), reason_code, reason_text, reason_salt, reason_seal, details, lower(hex(hash)) FROM now.audit`;

const eventWord = (column: string): string =>
  `(SELECT word FROM now.words WHERE words.id = book_events.${column}) AS ${column}`;

/** Events with their columns as the versions up to 24 kept them. */
const earlierEvents = `SELECT id, ${eventWord('doctor_id')}, ${eventWord('service_day')}, revision, type, at,
  unpacked_id(token_id) AS token_id, ${eventWord('actor')}, ${eventWord('reason')}, body
  FROM now.book_events ORDER BY id`;

/** The body of an event of the versions 23 and 24: with who it was, and all of why. */
function wholeBody({ actor, reason, body }: Readonly<Record<string, unknown>>): string {
  const { reason: particulars, ...rest } = JSON.parse(String(body));
  const why = { ...JSON.parse(String(reason)), ...particulars };
  return JSON.stringify({ by: JSON.parse(String(actor)), reason: why, ...rest });
}

/** The body of an event of the versions 21 and 22. */
function changeOf(event: BookEvent | undefined): string {
  if (!event || !isTokenEvent(event)) throw new Error('Not of a token.');
  const { by, reason, before, after, at: now } = event;
  const part = (wanted: (name: string, value: unknown) => boolean): object =>
    Object.fromEntries(
      Object.entries(after).filter(
        ([name, value]) => wanted(name, value) && !(name === 'updatedAt' && value === now),
      ),
    );
  const columns = ['id', 'doctorId', 'serviceDay'];
  const was: Readonly<Record<string, unknown>> = { ...before };
  const token = before
    ? { set: part((name, value) => value !== was[name]) }
    : { before, after: part((name, value) => value !== null && !columns.includes(name)) };
  return JSON.stringify({ by: { role: by?.role, screen: by?.screen }, reason, ...token });
}

/** The same morning as a database of an earlier version keeps it: what that one has no place for is left out. */
function keptBy(version: number, { path: source, events }: Day): string {
  const path = join(temporaryFolder(), `version-${version}.db`);
  const old = new Database(path);
  makeSchema(old, version);
  old.pragma('foreign_keys = OFF');
  teachPackedIds(old);
  old.prepare('ATTACH ? AS now').run(source);
  for (const table of plainTables(old, 'main')) {
    const known = new Set(columnsOf(old, 'now', table));
    const columns = columnsOf(old, 'main', table).filter((name) => known.has(name));
    if (columns.length === 0) continue;
    const list = columns.join(', ');
    const select = `SELECT ${list} FROM now.${table}`;
    if (table === 'audit' && version < SHORT_AUDIT) {
      old.exec(`INSERT INTO audit (${list}) ${earlierLines}`);
      continue;
    }
    if (table !== 'book_events' || version >= NUMBERED) {
      old.exec(`INSERT OR REPLACE INTO main.${table} (${list}) ${select}`);
      continue;
    }
    const insert = old.prepare(
      `INSERT INTO book_events (${list}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    );
    const rows = old.prepare(earlierEvents).all() as Record<string, unknown>[];
    const bodyOf = version >= WITH_CHANGES ? changeOf : JSON.stringify;
    for (const [index, row] of rows.entries())
      insert.run({ ...row, body: version >= SHORT ? wholeBody(row) : bodyOf(events[index]) });
  }
  old.close();
  return path;
}

/** What every version has known of a token. */
const plain = ({ tokens }: Book) =>
  tokens.map(({ id, number, patientName, patientContact, source, status, createdAt }) => ({
    ...{ id, number, patientName, patientContact, source, status, createdAt },
  }));

async function expectTheMorning(
  path: string,
  version: number,
  { book, events, answers, lines }: Day,
): Promise<void> {
  const database = openDatabase({ path });
  const store = sqliteStore(database, { calendar, newDay });
  onTestFinished(() => store.close().catch(() => undefined));
  expect(database.pragma('user_version', { simple: true })).toBe(newestVersion);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  const opened = await store.book(book, monday);
  expect(opened && plain(opened)).toEqual(plain(book));
  expect(await store.events(book)).toEqual(events);
  expect(answers).toHaveLength(5);
  expect(answersIn(database)).toEqual(answers);
  expect(lines.length).toBeGreaterThan(8);
  expect(await store.auditLines({}, 100)).toEqual(version >= WITH_AUDIT ? lines : []);
  expect((await store.checkAudit(null, 100)).fault).toBeNull();
  const [someone] = book.tokens;
  const search = patientSearchFor(someone?.patientContact ?? '');
  const found = search ? await store.searchPatients(search, 5) : [];
  expect(found.map(({ name }) => name)).toEqual([someone?.patientName]);
  const known = await store.tokensOfPatient(first(found).id, 5);
  expect(known.map(({ id }) => id)).toEqual([someone?.id]);
  await store.close();
}

test('a morning kept by any earlier version is all there in this one', async () => {
  const day = await aMorning();
  for (const version of versions) await expectTheMorning(keptBy(version, day), version, day);
});

/** Its last statement takes the files as they are then: what a process leaves that is killed there. */
function cutOff(files: (to: string) => void, to: string): Migration {
  return {
    version: newestVersion + 1,
    name: 'cut off',
    sql: 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO half VALUES (take_files()); NONSENSE;',
    functions: {
      take_files: () => {
        files(to);
        return 'taken';
      },
    },
  };
}

test('from any earlier version: cut off half-way, or failing, it is as it was, and the next start brings it up to date', async () => {
  const day = await aMorning();
  for (const version of versions) {
    const path = keptBy(version, day);
    const killed = join(temporaryFolder(), 'killed');
    mkdirSync(killed);
    const takeFiles = (to: string): void => {
      for (const end of ['', '-wal', '-journal'])
        if (existsSync(path + end)) copyFileSync(path + end, join(to, `data.db${end}`));
    };
    const database = new Database(path);
    database.pragma('journal_mode = WAL');
    expect(() => migrate(database, [...migrations, cutOff(takeFiles, killed)])).toThrow(MigrationError);
    expect(database.pragma('user_version', { simple: true })).toBe(version);
    database.close();
    await expectTheMorning(join(killed, 'data.db'), version, day);
    await expectTheMorning(path, version, day);
  }
});
