import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { newDay } from '../../src/main/engine';
import { migrate } from '../../src/main/store/sqlite/migrate';
import { initial } from '../../src/main/store/sqlite/migrations/0001-initial';
import { notices } from '../../src/main/store/sqlite/migrations/0002-notices';
import { slipLanguage } from '../../src/main/store/sqlite/migrations/0003-slip-language';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { printJobSchema } from '../../src/shared/model/print-job';
import { temporaryFolder } from '../helpers/clinic';

test('slips of an older version are kept: at the desk, originals, their sentences as codes', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const old = new Database(path);
  migrate(old, [initial, notices, slipLanguage]);
  old.pragma('foreign_keys = OFF');
  const insert = old.prepare(
    `INSERT INTO print_jobs (id, token_id, state, problem, created_at, updated_at, language)
     VALUES (?, ?, ?, ?, ?, ?, 'hi')`,
  );
  const rows = [
    ['sent', null, null],
    ['queued', null, null],
    ['unknown', 'The app stopped while this slip was printing.', 'interrupted'],
    ['failed', 'The printer “Slip” did not take the slip.', 'refused'],
    ['failed', 'The disk is full: the slip could not be saved.', 'disk_full'],
    ['failed', 'The slips folder cannot be written.', 'folder_denied'],
    ['failed', 'The slip could not be made.', 'not_rendered'],
  ] as const;
  rows.forEach(([state, problem], index) => {
    insert.run(crypto.randomUUID(), crypto.randomUUID(), state, problem, index, index);
  });
  old.close();

  const store = openSqliteStore({ path, calendar, newDay });
  const states = ['sent', 'queued', 'unknown', 'failed'] as const;
  const jobs = await store.printJobsIn(states);
  expect(jobs.map(({ state, problem }) => [state, problem])).toEqual(
    rows.map(([state, , code]) => [state, code]),
  );
  for (const job of jobs) {
    expect(printJobSchema.parse(job)).toMatchObject({
      station: 'desk',
      kind: 'token',
      copy: 0,
      way: 'system',
      language: 'hi',
      nextAttemptAt: null,
    });
  }
  expect((await store.printJobsToPrint()).map(({ state }) => state)).toEqual(['queued']);
  await store.close();
});
