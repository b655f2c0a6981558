import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { callNext, cancel } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import type { Book } from '../../src/shared/model/book';
import { newDoctor } from '../../src/shared/model/doctor';
import type { ServiceDay } from '../../src/shared/model/time';
import { ok } from '../../src/shared/result';
import { plans } from '../engine/model/arbitrary';
import { type Change, type Plan, stepsOf, World } from '../engine/model/world';
import { temporaryFolder } from '../helpers/clinic';
import { fc } from '../helpers/fast-check';
import { clinicOn, days, issued, monday, now } from './contract/kit';

interface TwoStores {
  readonly path: string;
  readonly store: Store;
  /** Another connection to the same file, which remembers nothing of what the first one wrote. */
  readonly other: Store;
}

function openTwo(): TwoStores {
  const path = join(temporaryFolder(), 'data.db');
  const open = (): Store => sqliteStore(openDatabase({ path }), days);
  const [store, other] = [open(), open()];
  onTestFinished(async () => {
    await store.close();
    await other.close();
  });
  return { path, store, other };
}

/** The sample clinic with one token, and its first book. */
async function clinic() {
  const two = openTwo();
  const opened = await clinicOn(() => ({ ...two, changes: () => 0, reopen: async () => two.store }));
  await opened.run(opened.key, issued({ patientName: 'Asha Verma' }));
  const book = (store: Store = two.store): Promise<Book | undefined> => store.book(opened.key, monday);
  return { ...two, ...opened, book };
}

/** Who is at which door, in the order of their ids. */
async function doorsOf(store: Store, day: ServiceDay, since: number) {
  const doors = [...(await store.atDoors(day, since))];
  return doors.sort((one, next) => (one.tokenId < next.tokenId ? -1 : 1));
}

/** Every book of a random day, written change by change; answers how many were compared. */
async function lived(plan: Plan): Promise<number> {
  const { store, other } = openTwo();
  const world = new World(plan);
  for (const { doctorId: id, prefix } of world.books) {
    await store.saveDoctor({ ...newDoctor, id, prefix, name: prefix }, []);
  }
  const settings = await store.settings();
  await store.saveSettings({ ...settings, clinic: { ...settings.clinic, timeZone: 'Asia/Kolkata' } });
  let compared = 0;
  let at = 0;
  /** A step changes two books where somebody is transferred. */
  const write = async (changes: readonly Change[]): Promise<void> => {
    const books = changes.map(({ decision: { book, events } }) => ({ book, events }));
    await store.transact({ books: [], today: monday, now }, () => ok({ books, answer: null }));
    for (const { book } of books) {
      expect(await store.book(book, book.serviceDay)).toEqual(await other.book(book, book.serviceDay));
      const since = at - 15 * 60_000;
      expect(await doorsOf(store, book.serviceDay, since)).toEqual(
        await doorsOf(other, book.serviceDay, since),
      );
      at = Math.max(at, ...book.tokens.map(({ updatedAt }) => updatedAt));
      compared += 1;
    }
  };
  for (const step of stepsOf(plan)) {
    const changes = world.take(step, step.other ? 1 : 0);
    if (changes.some(({ decision }) => decision.events.length > 0)) await write(changes);
  }
  return compared;
}

test('what is remembered of a book, and of who is at which door, is what the rows say, after every change of random days', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(plans(60), async (plan) => {
      compared += await lived(plan);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(200);
});

test('a decision that was unwound is forgotten: the next one of that revision is another', async () => {
  const { book, key, run, store } = await clinic();
  const before = await book();
  await expect(
    store.transact({ books: [key], today: monday, now }, (books, { settings: { rules } }) => {
      const decision = issued({ patientName: 'Nobody' })(books[0] as Book, { now, today: monday, rules });
      if (!decision.ok) return decision;
      const { book: after, events } = decision.value;
      // Written after the book: the schema refuses it, and all of it is unwound.
      const makers = [{ tokenId: 'no-token', deviceId: 'no-device' }] as never;
      return ok({ books: [{ book: after, events }], makers, answer: null });
    }),
  ).rejects.toThrow();
  expect(await book()).toEqual(before);
  await run(key, issued({ patientName: 'Meena' }));
  expect((await book())?.tokens.map(({ patientName }) => patientName)).toEqual(['Asha Verma', 'Meena']);
});

test('what another connection wrote is believed, also without a revision', async () => {
  const { book, path } = await clinic();
  await book();
  const raw = new Database(path);
  raw.exec("UPDATE tokens SET patient_name = 'Asha Devi'");
  raw.close();
  expect((await book())?.tokens[0]?.patientName).toBe('Asha Devi');
});

test('an erased name is not remembered', async () => {
  const { book, key, run, store } = await clinic();
  const token = (await book())?.tokens[0];
  if (!token) throw new Error('no token');
  await run(key, (before, context) => cancel(before, { tokenId: token.id, reason: 'staff' }, context));
  expect((await book())?.tokens[0]?.patientName).toBe('Asha Verma');
  await store.eraseInSteps([token.id], null);
  expect((await book())?.tokens[0]?.patientName).not.toBe('Asha Verma');
});

test('another time zone moves the slots of a remembered book, another letter its numbers to come', async () => {
  const { book, doctor, store } = await clinic();
  const before = await book();
  const settings = await store.settings();
  await store.saveSettings({ ...settings, clinic: { ...settings.clinic, timeZone: 'Asia/Kathmandu' } });
  const quarter = 15 * 60_000;
  expect((await book())?.slots.map(({ startsAt }) => startsAt)).toEqual(
    before?.slots.map(({ startsAt }) => startsAt - quarter),
  );
  await store.saveDoctor({ ...doctor, prefix: 'Q' }, []);
  expect((await book())?.prefix).toBe('Q');
});

test('doctors and doors that are remembered are those of the rows: unwound, by another connection, by this one', async () => {
  const { doctor, key, path, run, store } = await clinic();
  const [waiting] = (await store.book(key, monday))?.tokens ?? [];
  const seen = async () => ({
    version: await store.version(),
    names: (await store.doctors()).map(({ name }) => name),
    name: (await store.doctor(doctor.id))?.name,
    doors: (await store.atDoors(monday, 0)).map(({ number, stage }) => [number, stage]),
  });
  const before = await seen();
  expect(before).toMatchObject({ name: doctor.name, doors: [] });
  expect(await seen()).toEqual(before);
  await expect(
    store.transact({ books: [], today: monday, now, everyDoctor: true }, () => {
      const makers = [{ tokenId: 'no-token', deviceId: 'no-device' }] as never;
      return ok({
        books: [],
        doctors: [{ doctor: { ...doctor, name: 'Dr Nobody' }, schedule: [] }],
        makers,
        answer: null,
      });
    }),
  ).rejects.toThrow();
  expect(await seen()).toEqual({ ...before, version: expect.not.stringMatching(before.version) });
  const raw = new Database(path);
  raw.prepare('UPDATE doctors SET name = ? WHERE id = ?').run('Dr Elsewhere', doctor.id);
  raw.close();
  expect(await seen()).toMatchObject({
    name: 'Dr Elsewhere',
    names: expect.arrayContaining(['Dr Elsewhere']),
  });
  await store.saveDoctor({ ...doctor, name: 'Dr Here' }, []);
  expect(await seen()).toMatchObject({ name: 'Dr Here' });
  await run(key, (book, context) => callNext(book, {}, context));
  expect((await seen()).doors).toEqual([[waiting?.number, 'called']]);
});
