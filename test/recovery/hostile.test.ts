import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { goOnAfterRestore } from '../../src/main/app/backup/restored';
import { calendar } from '../../src/main/app/time/calendar';
import { createClockTrust } from '../../src/main/app/time/clock-trust';
import { inspect } from '../../src/main/copies/inspect';
import { newDay } from '../../src/main/engine';
import { restore } from '../../src/main/recovery/restore';
import { salvage } from '../../src/main/recovery/salvage';
import { probe } from '../../src/main/store/sqlite/probe';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { at, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const now = new Date(at('09:00'));

/** A copy that lies there plain, changed by somebody: a sound database all the same. */
async function copyWith(sql: string): Promise<string> {
  const path = join(temporaryFolder(), 'copy.db');
  const clinic = await openClinic({ path });
  await clinic.issued();
  await clinic.store.close();
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return path;
}

test.each([
  ['foreign', "CREATE TRIGGER theirs BEFORE INSERT ON tokens BEGIN SELECT RAISE(ABORT, 'no'); END"],
  ['foreign', 'CREATE VIEW theirs AS SELECT * FROM tokens'],
  ['foreign', 'DROP TRIGGER tokens_are_never_deleted'],
  ['damaged', `UPDATE settings SET value = '{"rules":{"maxRecalls":99999}}'`],
  ['damaged', `UPDATE settings SET value = '{"clinic":{"timeZone":"Nowhere/Land"}}'`],
])('a copy that is %s by “%s” is not gone back to, and what was here stays', async (problem, sql) => {
  const copy = await copyWith(sql);
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  await clinic.store.close();
  await expect(restore({ path, copy, now })).rejects.toMatchObject({ problem });
  expect(probe({ path })).toEqual({ state: 'fine', isReplaced: false });
  expect(existsSync(join(path, '../set-aside'))).toBe(false);
});

test('settings that nothing can be done with are told before the data are opened, and can be salvaged', async () => {
  const path = await copyWith(`UPDATE settings SET value = '{"rules":{"maxRecalls":99999}}'`);
  expect(() => inspect(path)).toThrow(/damaged/);
  expect(probe({ path })).toMatchObject({ state: 'problem', finding: { problem: 'damaged' } });
  const { file } = await salvage({ path, now });
  await restore({ path, copy: file ?? '', now });
  expect(inspect(path)).toMatchObject({ tokens: 1, doctors: 3 });
});

test('facts that make no sense any more keep nobody from working', async () => {
  const keys = ['clock', 'watch', 'pace', 'paper blanks', 'backup.places', 'restored'];
  for (const value of ['{"half', '', '[1]', '{}', 'null', '{"doctors":{"x":1}}']) {
    const path = join(temporaryFolder(), 'opd-tokens.db');
    const store = openSqliteStore({ path, calendar, newDay });
    for (const key of keys) await store.saveMeta(key, value);
    const clinic = await openClinic({ store, watched: true });
    await goOnAfterRestore(clinic.environment);
    const trust = createClockTrust({
      store,
      clock: clinic.clock,
      log: clinic.environment.log,
      changed: () => undefined,
    });
    await trust.check();
    expect((await clinic.issued()).number).toMatch(/^A-(001|051)$/);
    unwrap(await clinic.app.call('backups.status', {}, staff));
    await store.close();
  }
});
