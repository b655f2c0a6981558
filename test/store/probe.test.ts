import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { chooseNewClinic, markerOf } from '../../src/main/store/sqlite/marker';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { vacuum } from '../../src/main/store/sqlite/opening';
import { probe } from '../../src/main/store/sqlite/probe';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { DataProblem } from '../../src/shared/model/finding';
import { serviceDaySchema } from '../../src/shared/model/time';
import { first, MONDAY, openClinic, type TestClinic, temporaryFolder } from '../helpers/clinic';
import { filesNow, flip, overwrite, sumsOf } from '../helpers/files';

const NAME = 'opd-tokens.db';
const monday = serviceDaySchema.parse(MONDAY);
const inFolder = (folder: string): string => join(folder, NAME);

/** A clinic with three tokens, open. */
async function running(): Promise<TestClinic & { folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = inFolder(folder);
  const clinic = await openClinic({ path });
  for (let count = 0; count < 3; count += 1) await clinic.issued();
  return { ...clinic, folder, path };
}

/** The same, closed in order. */
async function closed(): Promise<{ folder: string; path: string }> {
  const { store, folder, path } = await running();
  await store.close();
  return { folder, path };
}

/** It is refused as that, by the probe and when it is opened, and stays as it is. */
function expectProblem(path: string, problem: DataProblem): void {
  const before = sumsOf(path);
  expect(probe({ path })).toMatchObject({ state: 'problem', finding: { problem } });
  expect(() => openDatabase({ path })).toThrow(
    expect.objectContaining({ finding: expect.objectContaining({ problem }) }),
  );
  expect(sumsOf(path)).toEqual(before);
}

async function numbersIn(path: string): Promise<string[]> {
  const store = openSqliteStore({ path, calendar, newDay });
  try {
    const doctors = await store.doctors();
    const book = await store.book({ doctorId: first(doctors).id, serviceDay: monday }, monday);
    return book?.tokens.map(({ number }) => number).sort() ?? [];
  } finally {
    await store.close();
  }
}

const three = ['A-001', 'A-002', 'A-003'];

test('where nothing ever was a clinic begins; what was closed in order, or left by a crash, is opened with all of it', async () => {
  const folder = temporaryFolder();
  expect(probe({ path: inFolder(folder) })).toEqual({ state: 'new' });
  writeFileSync(inFolder(folder), '');
  expect(probe({ path: inFolder(folder) })).toEqual({ state: 'new' });

  const { path, ...clinic } = await running();
  const crashed = inFolder(filesNow(clinic.folder));
  await clinic.store.close();
  for (const one of [path, crashed]) {
    expect(probe({ path: one })).toEqual({ state: 'fine', isReplaced: false });
    expect(await numbersIn(one)).toEqual(three);
  }
});

test('a crash at any moment, over many turns of the log, loses nothing and is no problem', async () => {
  const folder = temporaryFolder();
  const path = inFolder(folder);
  const begun = openDatabase({ path });
  begun.exec('CREATE TABLE grown (id INTEGER PRIMARY KEY, filler TEXT) STRICT');
  begun.close();
  rmSync(markerOf(path));
  const database = openDatabase({ path });
  database.pragma('wal_autocheckpoint = 7');
  const add = database.prepare('INSERT INTO grown (filler) VALUES (?)');
  for (let count = 1; count <= 120; count += 1) {
    add.run('x'.repeat(3_000));
    if (count % 4 !== 0) continue;
    const left = inFolder(filesNow(folder));
    expect(probe({ path: left }), String(count)).toEqual({ state: 'fine', isReplaced: false });
    const again = openDatabase({ path: left });
    expect(again.prepare('SELECT count(*) FROM grown').pluck().get()).toBe(count);
    // Killed once more, before it was closed.
    expect(probe({ path: inFolder(filesNow(join(left, '..'))) })).toEqual({
      state: 'fine',
      isReplaced: false,
    });
    again.close();
  }
  database.close();
});

test('a database that was there, and is gone or empty, is not begun anew; unless somebody chose that', async () => {
  const { path, folder } = await closed();
  rmSync(path);
  expectProblem(path, 'missing');
  writeFileSync(path, '');
  expectProblem(path, 'empty');
  new Database(path).exec('VACUUM');
  expectProblem(path, 'empty');
  rmSync(path);
  rmSync(markerOf(path));
  expect(probe({ path })).toEqual({ state: 'new' });

  for (const trace of [
    'backups/opd-tokens-2026-01-05T09-00-00-000+0530.db.gz',
    'set-aside/2026-01-05T09-00-00/x',
  ]) {
    const file = join(folder, trace);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    expectProblem(path, 'missing');
    rmSync(join(folder, trace.split('/')[0] ?? ''), { recursive: true });
  }
  writeFileSync(`${path}-wal`, 'x');
  expectProblem(path, 'missing');
  chooseNewClinic(path);
  rmSync(`${path}-wal`);
  expect(probe({ path })).toEqual({ state: 'new' });
  openDatabase({ path }).close();
  expect(probe({ path })).toEqual({ state: 'fine', isReplaced: false });
});

test('what is no database, cut off, overwritten, foreign, newer or a folder is said as that, and left', async () => {
  const { path, folder } = await closed();
  const whole = filesNow(folder);
  const reset = (): void => {
    rmSync(path, { recursive: true, force: true });
    copyFileSync(inFolder(whole), path);
  };
  writeFileSync(path, 'this is not a database at all, but it is long enough to look like one'.repeat(50));
  expectProblem(path, 'damaged');
  reset();
  truncateSync(path, 100_000);
  expectProblem(path, 'damaged');
  reset();
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  expectProblem(path, 'damaged');
  reset();
  rmSync(path);
  mkdirSync(path);
  expectProblem(path, 'unreadable');
  reset();
  rmSync(path);
  const foreign = new Database(path);
  foreign.exec('CREATE TABLE songs (name TEXT) STRICT');
  foreign.close();
  expectProblem(path, 'foreign');
  const newer = new Database(path);
  newer.pragma('user_version = 9999');
  newer.close();
  expectProblem(path, 'newer');
});

/** As older versions made their copies. */
async function backUp(path: string, to: string): Promise<void> {
  const reader = new Database(path, { readonly: true });
  await reader.backup(to);
  reader.close();
}

test('another clinic’s database is said; an older one of the same clinic put back by hand is opened, and known as such', async () => {
  const one = await running();
  const raw = filesNow(one.folder);
  await backUp(one.path, join(one.folder, 'copy.db'));
  await one.issued();
  await one.store.close();
  const other = await closed();
  copyFileSync(join(one.folder, 'copy.db'), one.path);
  expect(probe({ path: one.path })).toEqual({ state: 'fine', isReplaced: true });
  expect(await numbersIn(one.path)).toEqual(three);
  expect(probe({ path: one.path })).toEqual({ state: 'fine', isReplaced: false });
  copyFileSync(other.path, one.path);
  expectProblem(one.path, 'other_clinic');
  rmSync(markerOf(one.path));
  expect(probe({ path: one.path })).toEqual({ state: 'fine', isReplaced: false });
  // Moved whole to another computer, after a crash.
  expect(probe({ path: inFolder(raw) })).toEqual({ state: 'fine', isReplaced: false });
});

test('a copy put beside the log of a crash is not mixed with it, whichever way the copy was made', async () => {
  const clinic = await running();
  const { folder, store } = clinic;
  const byBackup = join(temporaryFolder(), 'copy.db');
  await backUp(clinic.path, byBackup);
  const byVacuum = join(temporaryFolder(), 'copy.db');
  const reader = new Database(clinic.path, { readonly: true });
  reader.prepare('VACUUM INTO ?').run(byVacuum);
  reader.close();
  await clinic.issued();
  const crashed = filesNow(folder);
  await store.close();
  const closedInOrder = filesNow(folder);
  const reopened = await openClinic({ store: openSqliteStore({ path: clinic.path, calendar, newDay }) });
  await reopened.issued({ patientName: 'Another' });
  const crashedLater = filesNow(folder);
  for (const copy of [byBackup, byVacuum]) {
    const left = filesNow(crashed);
    copyFileSync(copy, inFolder(left));
    expectProblem(inFolder(left), 'strange_log');
  }
  // The file itself, copied on another day.
  const left = filesNow(crashedLater);
  copyFileSync(inFolder(closedInOrder), inFolder(left));
  expectProblem(inFolder(left), 'strange_log');
  expect((await numbersIn(inFolder(crashedLater))).length).toBe(5);
});

test('a foreign or damaged log is said; what a power cut leaves at its end is none', async () => {
  const clinic = await running();
  const crashed = filesNow(clinic.folder);
  const other = await running();
  const foreign = filesNow(crashed);
  copyFileSync(`${other.path}-wal`, `${inFolder(foreign)}-wal`);
  expectProblem(inFolder(foreign), 'strange_log');

  const begun = filesNow(crashed);
  flip(`${inFolder(begun)}-wal`, 20, 3);
  expectProblem(inFolder(begun), 'strange_log');
  const middle = filesNow(crashed);
  flip(`${inFolder(middle)}-wal`, 32 + 24 + 100, 3);
  expectProblem(inFolder(middle), 'strange_log');

  const torn = filesNow(crashed);
  truncateSync(`${inFolder(torn)}-wal`, statSync(`${inFolder(torn)}-wal`).size - 100);
  expect(probe({ path: inFolder(torn) })).toEqual({ state: 'fine', isReplaced: false });
  const unsynced = filesNow(crashed);
  writeFileSync(`${inFolder(unsynced)}-wal`, new Uint8Array(4096));
  expect(probe({ path: inFolder(unsynced) })).toEqual({ state: 'fine', isReplaced: false });
});

test('an opening that was cut off at any of its steps is opened again with all of it', async () => {
  const clinic = await running();
  const before = filesNow(clinic.folder);
  await clinic.store.close();
  // The marker of one opening beside the files of the step before, and after.
  const opened = filesNow(before);
  openDatabase({ path: inFolder(opened) }).close();
  const marker = JSON.parse(readFileSync(markerOf(inFolder(before)), 'utf8'));
  const next = JSON.parse(readFileSync(markerOf(inFolder(opened)), 'utf8'));
  const both = { ...marker, openings: [...marker.openings, ...next.openings], log: null, closed: null };
  for (const folder of [before, opened]) {
    writeFileSync(markerOf(inFolder(folder)), JSON.stringify(both));
    expect(probe({ path: inFolder(folder) })).toEqual({ state: 'fine', isReplaced: false });
    expect(await numbersIn(inFolder(folder))).toEqual(three);
  }
});

test('200 turned bits in a database that was closed in order: none goes unnoticed', async () => {
  const { folder, path } = await closed();
  const whole = filesNow(folder);
  const { size } = statSync(path);
  let random = 20_260_105;
  const next = (below: number): number => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((random / 2 ** 32) * below);
  };
  const seen = new Set<string>();
  for (let count = 0; count < 200; count += 1) {
    const at = count % 4 === 0 ? next(100) : next(size);
    flip(path, at, next(8));
    const probed = probe({ path });
    if (probed.state === 'problem') seen.add(probed.finding.problem);
    // The number of its opening alone: then it is taken for a copy, and all of it is there.
    else
      expect([probed, at, await numbersIn(path)]).toEqual([{ state: 'fine', isReplaced: true }, at, three]);
    rmSync(path);
    for (const file of [path, markerOf(path)]) copyFileSync(join(whole, basename(file)), file);
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['changed', 'damaged']));
});

test('a database that was made smaller while in use is still itself after a crash', async () => {
  const folder = temporaryFolder();
  const path = inFolder(folder);
  const database = openDatabase({ path });
  vacuum(database);
  database.exec("INSERT INTO meta (key, value) VALUES ('later', 'yes')");
  database.pragma('wal_checkpoint(PASSIVE)');
  database.exec("INSERT INTO meta (key, value) VALUES ('latest', 'yes')");
  const crashed = inFolder(filesNow(folder));
  database.close();
  expect(probe({ path: crashed })).toEqual({ state: 'fine', isReplaced: false });
  const again = openDatabase({ path: crashed });
  expect(again.prepare("SELECT count(*) FROM meta WHERE key LIKE 'late%'").pluck().get()).toBe(2);
  again.close();
});

test('what is byte for byte as it was closed opens without a walk through its pages; one letter else, and it is walked', async () => {
  const { path } = await closed();
  const walked: string[] = [];
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function (this: Database.Database, ...asked: Parameters<typeof pragma>) {
    walked.push(asked[0]);
    return pragma.apply(this, asked);
  } as typeof pragma;
  try {
    expect(probe({ path })).toMatchObject({ state: 'fine' });
    expect(walked.filter((one) => one.startsWith('quick_check'))).toEqual([]);
    flip(path, statSync(path).size - 5, 3);
    expect(probe({ path })).toMatchObject({ state: 'problem' });
    expect(walked.filter((one) => one.startsWith('quick_check'))).toHaveLength(1);
  } finally {
    Database.prototype.pragma = pragma;
  }
});
