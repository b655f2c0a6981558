import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/main/store/sqlite/migrate';
import type { Migration } from '../../src/main/store/sqlite/migration';

const folder = join(import.meta.dirname, '../../src/main/store/sqlite/migrations');

test('migrations are numbered 1, 2, 3 … in name and version alike, and a new database has had the last one', async () => {
  const files = readdirSync(folder).sort();
  for (const [index, file] of files.entries()) {
    const steps: Migration[] = Object.values(await import(join(folder, file)));
    expect([file.slice(0, 5), steps.map(({ version }) => version)]).toEqual([
      `${String(index + 1).padStart(4, '0')}-`,
      [index + 1],
    ]);
  }
  const database = new Database(':memory:');
  migrate(database);
  expect(database.pragma('user_version', { simple: true })).toBe(files.length);
});
