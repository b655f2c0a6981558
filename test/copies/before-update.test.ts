import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copyBeforeUpdate } from '../../src/main/copies/before-update';
import { inspect } from '../../src/main/copies/inspect';
import { listCopies } from '../../src/main/copies/list';
import { unpack } from '../../src/main/copies/unpack';
import { readOnce, waysBack } from '../../src/main/recovery/ways';
import { makeSchema, newestVersion } from '../../src/main/store/sqlite/migrate';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { at, temporaryFolder } from '../helpers/clinic';

const OLD = newestVersion - 1;

/** Data as the version before left them. */
function oldData(meta: Readonly<Record<string, string>> = {}): string {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  makeSchema(database, OLD);
  database.exec(
    "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES ('d', 'Dr', 'x', '1', 'A', 1)",
  );
  const add = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(meta)) add.run(key, value);
  if ('backup.passphrase' in meta)
    database.exec(
      `INSERT OR REPLACE INTO settings (key, value) VALUES ('all', '{"backup":{"encrypted":true}}')`,
    );
  database.close();
  return path;
}

const updating = (path: string) => ({ path, appVersion: '2.0.0', now: at('08:00'), workFactor: 10 });

test('before a new version writes to the data, a proved copy of them as they were is among the copies', async () => {
  const path = oldData();
  const before = readFileSync(path);
  await copyBeforeUpdate(updating(path));
  const folder = join(path, '../backups');
  const [copy, ...others] = listCopies([folder]);
  expect(others).toEqual([]);
  expect(copy?.facts).toMatchObject({
    ...{ reason: 'migration', schemaVersion: OLD, doctors: 1, appVersion: '2.0.0', provedAt: at('08:00') },
  });
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readFileSync(path).equals(before)).toBe(true);

  // Once: what is up to date needs none.
  openDatabase({ path }).close();
  await copyBeforeUpdate({ ...updating(path), now: at('09:00') });
  expect(listCopies([folder])).toHaveLength(1);
  expect(waysBack(path, [], readOnce(path, {})).map(({ facts }) => facts?.reason)).toEqual(['migration']);
});

test('where copies are encrypted, this one is too', async () => {
  const path = oldData({ 'backup.passphrase': 'monsoon in june' });
  await copyBeforeUpdate(updating(path));
  const [copy] = listCopies([join(path, '../backups')]);
  expect(copy?.packing).toBe('age');
  const back = join(path, '../back.db');
  await unpack(copy?.path ?? '', back, { passphrase: 'monsoon in june' });
  expect(inspect(back).schemaVersion).toBe(OLD);
});

test('without room for it nothing is brought up to date, and that is said', async () => {
  const path = oldData();
  const before = readFileSync(path);
  await expect(copyBeforeUpdate({ ...updating(path), freeBytes: () => 1000 })).rejects.toMatchObject({
    finding: { problem: 'no_room' },
    message: expect.stringContaining('Please make room.'),
  });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(listCopies([join(path, '../backups')])).toEqual([]);
});

test('nothing is done where there are no data yet, or not as they should be', async () => {
  const missing = join(temporaryFolder(), 'opd-tokens.db');
  await copyBeforeUpdate(updating(missing));
  expect(readdirSync(join(missing, '..'))).toEqual([]);
  openDatabase({ path: missing }).close();
  await copyBeforeUpdate(updating(missing));
  expect(listCopies([join(missing, '../backups')])).toEqual([]);
});
