import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { cancel } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import type { BookKey } from '../../src/shared/model/book';
import { newDoctor } from '../../src/shared/model/doctor';
import { type BookEvent, isTokenEvent } from '../../src/shared/model/event';
import { ok } from '../../src/shared/result';
import { plans } from '../engine/model/arbitrary';
import { type Plan, stepsOf, World } from '../engine/model/world';
import { openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { fc } from '../helpers/fast-check';
import { clinicOn, days, issued, monday, now } from './contract/kit';

function openAt(path: string): Store {
  const store = sqliteStore(openDatabase({ path }), days);
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

/** A random day, written change by change and read back in every way there is; answers how many events it had. */
async function lived(plan: Plan): Promise<number> {
  const path = join(temporaryFolder(), 'data.db');
  const [store, other] = [openAt(path), openAt(path)];
  const world = new World(plan);
  for (const { doctorId: id, prefix } of world.books)
    await store.saveDoctor({ ...newDoctor, id, prefix, name: prefix }, []);
  const written = new Map<string, { readonly key: BookKey; readonly events: BookEvent[] }>();
  for (const step of stepsOf(plan)) {
    const changes = world.take(step, step.other ? 1 : 0);
    const books = changes.map(({ decision: { book, events } }) => ({ book, events }));
    if (books.every(({ events }) => events.length === 0)) continue;
    await store.transact({ books: [], today: monday, now }, () => ok({ books, answer: null }));
    for (const { book, events } of books) {
      if (events.length === 0) continue;
      expect(await store.revisionEvents(book, book.revision)).toEqual(events);
      const name = `${book.doctorId} ${book.serviceDay}`;
      const { events: all } = written.get(name) ?? { events: [] };
      written.set(name, { key: book, events: [...all, ...events] });
    }
  }
  let count = 0;
  for (const { key, events } of written.values()) {
    expect(await other.events(key)).toEqual(events);
    const tokens = events.filter(isTokenEvent);
    for (const id of new Set(tokens.map(({ after }) => after.id))) {
      const past = (await other.tokenHistory(id)).map(({ event }) => event);
      expect(past).toEqual(tokens.filter(({ after }) => after.id === id));
    }
    const calls = tokens.filter(({ type }) => type === 'tokenCalled' || type === 'tokenRecalled');
    const latest = await other.latestCalls(key.serviceDay, 1_000);
    expect(latest.filter(({ after }) => after.doctorId === key.doctorId)).toEqual(calls.reverse());
    count += events.length;
  }
  return count;
}

test('events that say only what they changed are read back whole, whichever of them are asked for', async () => {
  let events = 0;
  await fc.assert(
    fc.asyncProperty(plans(60), async (plan) => {
      events += await lived(plan);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(events).toBeGreaterThan(200);
});

/** The sample clinic with one token, and how the bodies of its events begin. */
async function clinic() {
  const path = join(temporaryFolder(), 'data.db');
  const store = openAt(path);
  const opened = await clinicOn(() => ({ store, changes: () => 0, reopen: async () => store }));
  await opened.run(opened.key, issued({ patientName: 'Asha Verma' }));
  const raw = new Database(path);
  onTestFinished(() => void raw.close());
  const parts = (): string[][] =>
    (raw.prepare('SELECT body FROM book_events ORDER BY id').pluck().all() as string[]).map((body) =>
      Object.keys(JSON.parse(body)),
    );
  const cancelled = async (): Promise<void> => {
    const [token] = (await store.book(opened.key, monday))?.tokens ?? [];
    if (!token) throw new Error('no token');
    await opened.run(opened.key, (book, context) =>
      cancel(book, { tokenId: token.id, reason: 'staff' }, context),
    );
  };
  return { ...opened, store, raw, parts, cancelled };
}

test('the first event has all of a token, a later one what it changed, also where the book was read anew', async () => {
  const { parts, cancelled, raw } = await clinic();
  // Another connection writes: what is in memory is forgotten, and the token is looked for on record.
  raw.exec("INSERT INTO meta (key, value) VALUES ('somebody', 'else')");
  await cancelled();
  expect(parts().map((names) => names.filter((name) => name !== 'by' && name !== 'reason'))).toEqual([
    ['new', 't'],
    ['set', 't'],
  ]);
});

test('times that were written by their names, as up to version 33 of the database, are read as those of letters are', async () => {
  const { cancelled, raw, store, key } = await clinic();
  await cancelled();
  const before = await store.events(key);
  const bodies = raw.prepare('SELECT id, body FROM book_events').all() as { id: number; body: string }[];
  raw.exec('DROP TRIGGER book_events_are_never_changed');
  const names = ['createdAt checkedInAt seatedAt', 'cancelledAt'];
  for (const [index, { id, body }] of bodies.entries()) {
    const { t, ...rest } = JSON.parse(body) as { t: string };
    expect(t).toBe(['nis', 'x'][index]);
    raw
      .prepare('UPDATE book_events SET body = ? WHERE id = ?')
      .run(JSON.stringify({ ...rest, now: names[index] }), id);
  }
  expect(await openAt(raw.name).events(key)).toEqual(before);
});

test('where the row of a token was mended by hand, the next event has all of it, as before and after', async () => {
  const { parts, cancelled, raw, store, key } = await clinic();
  raw.exec("UPDATE tokens SET note = 'mended'");
  await cancelled();
  expect(parts().at(-1)).toEqual(expect.arrayContaining(['before', 'after']));
  const [first, last] = (await store.events(key)).filter(isTokenEvent);
  expect([first?.after.note, last?.before?.note, last?.after.note]).toEqual(['', 'mended', 'mended']);
});

test('of a token that changes only what changed is written', async () => {
  const { cancelled, raw, store, key } = await clinic();
  raw.exec(`CREATE TRIGGER untouched BEFORE UPDATE OF patient_contact, number, created_at ON tokens
    BEGIN SELECT RAISE(ABORT, 'written'); END`);
  await cancelled();
  expect((await store.book(key, monday))?.tokens).toMatchObject([{ status: 'cancelled' }]);
  raw.exec("INSERT INTO meta (key, value) VALUES ('somebody', 'else')");
  expect((await store.book(key, monday))?.tokens).toMatchObject([{ status: 'cancelled' }]);
});

test('an event without those it builds on is an error, not a guess', async () => {
  const { cancelled, raw, store, key } = await clinic();
  await cancelled();
  raw.exec(`DROP TRIGGER book_events_are_never_deleted;
    DELETE FROM book_events WHERE id = (SELECT min(id) FROM book_events)`);
  await expect(store.events(key)).rejects.toThrow(/not on record/);
});

test('a usual visit, from the number to the end, takes less than 1,100 bytes of the table of events', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const { app, doctorIds, issued: issue, clock } = await openClinic({ path });
  const [doctorId] = doctorIds;
  if (!doctorId) throw new Error('no doctor');
  for (let person = 0; person < 24; person += 1) await issue();
  clock.setTo(clock.now() + 40 * 60_000);
  for (let person = 0; person < 24; person += 1) {
    const { id: tokenId } = unwrap(await app.call('queue.callNext', { doctorId }, staff));
    unwrap(await app.call('tokens.start', { tokenId }, staff));
    unwrap(await app.call('tokens.serve', { tokenId }, staff));
  }
  const raw = new Database(path, { readonly: true });
  onTestFinished(() => void raw.close());
  const bytes = raw.prepare("SELECT sum(pgsize) FROM dbstat WHERE name = 'book_events'").pluck().get();
  expect(Number(bytes) / 24).toBeLessThan(1_100);
  expect(Number(bytes)).toBeGreaterThan(0);
});
