import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { temporaryFolder } from '../helpers/clinic';
import { auditLine } from './contract/audit.contract';
import { days } from './contract/kit';

/** Five lines, then somebody edits the file with another program, who can switch every trigger off. */
async function afterEdit(sql: string) {
  const path = join(temporaryFolder(), 'data.db');
  const store = openSqliteStore({ path, ...days });
  for (let line = 1; line <= 5; line += 1) {
    const reason = { code: 'left', text: `word ${line}` };
    await store.addAuditLine(auditLine({ at: line, reason, details: { line } }));
  }
  const other = new Database(path);
  for (const table of ['audit_is', 'words_are'])
    other.exec(`DROP TRIGGER ${table}_never_changed; DROP TRIGGER ${table}_never_deleted`);
  other.exec(sql);
  other.close();
  const { fault } = await store.checkAudit(null, 100);
  // In pieces it is the same.
  let piece = await store.checkAudit(null, 2);
  while (!piece.isEnd) piece = await store.checkAudit(piece.good, 2);
  expect(piece.fault).toEqual(fault);
  await store.close();
  return fault;
}

const copy = `INSERT INTO audit (id, at, kind, actor, details, hash)
  SELECT %id, at, kind, actor, details, hash FROM audit WHERE id = 5`;

const kiosk = `INSERT INTO words (word) VALUES ('{"role":"kiosk"}')`;

test.each([
  ['nothing', '', null],
  ['the moment of a line', 'UPDATE audit SET at = 99 WHERE id = 3', { id: 3, kind: 'changed', at: 99 }],
  [
    'who it was',
    `${kiosk}; UPDATE audit SET actor = (SELECT max(id) FROM words) WHERE id = 3`,
    { id: 3, kind: 'changed' },
  ],
  [
    'a word of all lines',
    "UPDATE words SET word = 'tokens.call' WHERE word = 'tokens.cancel'",
    { id: 1, kind: 'changed' },
  ],
  ['a word that is gone', 'PRAGMA foreign_keys = OFF; DELETE FROM words', { id: 1, kind: 'changed' }],
  ['the reason', "UPDATE audit SET reason_code = 'ill' WHERE id = 3", { id: 3, kind: 'changed' }],
  ['the words beside it', "UPDATE audit SET reason_text = 'ill' WHERE id = 3", { id: 3, kind: 'changed' }],
  ['the hash', 'UPDATE audit SET hash = randomblob(32) WHERE id = 2', { id: 2, kind: 'changed' }],
  ['a line taken out', 'DELETE FROM audit WHERE id = 3', { id: 3, kind: 'missing', at: null }],
  ['the first line taken out', 'DELETE FROM audit WHERE id = 1', { id: 1, kind: 'missing', at: null }],
  [
    'a line taken out and the gap closed',
    'DELETE FROM audit WHERE id = 3; UPDATE audit SET id = id - 1 WHERE id > 3',
    { id: 3, kind: 'changed' },
  ],
  [
    'two lines put in each other’s place',
    'UPDATE audit SET id = 9 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = 9',
    { id: 3, kind: 'changed', at: 4 },
  ],
  [
    'a line put in between',
    `UPDATE audit SET id = 6 WHERE id = 5; ${copy.replace('%id', '5').replace('= 5', '= 6')}`,
    { id: 5, kind: 'changed' },
  ],
  ['a line put at the end', copy.replace('%id', '6'), { id: 6, kind: 'changed' }],
  ['the end cut off', 'DELETE FROM audit WHERE id > 3', { id: 4, kind: 'cut_off', at: null }],
  ['everything cut off', 'DELETE FROM audit', { id: 1, kind: 'cut_off', at: null }],
  ['where the end was', "UPDATE audit_head SET id = 4, hash = ''", { id: 5, kind: 'added' }],
])('the chain notices %s', async (_what, sql, fault) => {
  const found = await afterEdit(sql);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toMatchObject(fault);
});

test('words may be erased through the door alone, which closes before the transaction ends, and the chain holds', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const store = openSqliteStore({ path, ...days });
  await store.addAuditLine(auditLine({ reason: { code: 'left', text: 'Asha phoned' } }));
  const other = new Database(path);
  other.pragma('foreign_keys = ON');
  const erase = 'UPDATE audit SET reason_text = NULL, reason_salt = NULL';
  const open = 'INSERT INTO erasing (door, must_be_closed) VALUES (1, 1)';
  expect(() => other.exec(erase)).toThrow('append-only');
  expect(() => other.exec('DELETE FROM audit')).toThrow('append-only');
  expect(() => other.exec(`BEGIN; ${open}; COMMIT`)).toThrow('FOREIGN KEY');
  other.exec('ROLLBACK');
  expect(() => other.exec(`BEGIN; ${open}; UPDATE audit SET at = 1`)).toThrow('append-only');
  other.exec('ROLLBACK');
  other.exec(`BEGIN; ${open}; ${erase}; DELETE FROM erasing; COMMIT`);
  other.close();
  expect(await store.auditLines({}, 1)).toMatchObject([{ reason: { code: 'left', text: '' } }]);
  expect(await store.checkAudit(null, 10)).toMatchObject({ fault: null, good: { id: 1 } });
  await store.close();
});
