import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { hashOfLine, sealOf } from '../../src/main/store/sqlite/audit-chain';
import { checkAuditFile } from '../../src/main/store/sqlite/audit-file';
import { makeSchema } from '../../src/main/store/sqlite/migrate';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { personIdSchema, tokenIdSchema } from '../../src/shared/model/ids';
import { temporaryFolder } from '../helpers/clinic';
import { auditLine } from './contract/audit.contract';
import { days } from './contract/kit';

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const personId = personIdSchema.parse(uuid(7));
const tokenId = tokenIdSchema.parse(uuid(2));
const salt = 'ab'.repeat(16);
const actor = JSON.stringify({ role: 'staff', screen: 'desk', personId });

/** With what a line had that is no usual id, nobody's, or in words. */
const written = [
  {
    kind: 'tokens.cancel',
    actor,
    doctor_id: uuid(1),
    service_day: '2026-01-05',
    token_id: tokenId,
    details: '{}',
  },
  {
    kind: 'tokens.call',
    actor,
    doctor_id: uuid(1),
    token_id: tokenId.replaceAll('-4000-', '-4ABC-'),
    details: '{"a":1}',
  },
  { kind: 'app.started', actor: '{ "role": "staff",  "screen": "clock" }', token_id: 'none', details: '{ }' },
  {
    kind: 'tokens.cancel',
    actor,
    reason_text: 'phoned',
    reason_salt: salt,
    reason_seal: sealOf(salt, 'phoned'),
  },
  { kind: 'tokens.cancel', actor, reason_seal: sealOf(salt, 'erased'), reason_code: 'left' },
] as const;

/** A database of version 23 with these lines. */
function earlier(edit = ''): string {
  const path = join(temporaryFolder(), 'data.db');
  const old = new Database(path);
  makeSchema(old, 23);
  const insert = old.prepare(`INSERT INTO audit (id, at, kind, actor, doctor_id, service_day, token_id,
      reason_code, reason_text, reason_salt, reason_seal, details, hash)
    VALUES (@id, @at, @kind, @actor, @doctor_id, @service_day, @token_id,
      @reason_code, @reason_text, @reason_salt, @reason_seal, @details, @hash)`);
  const nothing = { doctor_id: null, service_day: null, token_id: null, details: '{}' };
  const noReason = { reason_code: null, reason_text: null, reason_salt: null, reason_seal: null };
  let hash = '';
  for (const [index, line] of written.entries()) {
    const row = { ...nothing, ...noReason, ...line, id: index + 1, at: 1_000 + index };
    hash = hashOfLine(hash, row);
    insert.run({ ...row, hash });
  }
  old.prepare('UPDATE audit_head SET id = ?, hash = ?').run(written.length, hash);
  old.exec(`DROP TRIGGER audit_is_never_changed; ${edit}`);
  old.close();
  return path;
}

function open(path: string) {
  const store = openSqliteStore({ path, ...days });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

test('a record of an earlier version is the same line by line, goes on, and holds, from inside and from outside', async () => {
  const path = earlier();
  const before = checkAuditFile(path, undefined, null);
  expect(before).toMatchObject({ fault: null, good: { id: 5 } });
  const store = open(path);
  const idsOf = async (...wanted: Parameters<typeof store.auditLines>[0][]) =>
    Promise.all(wanted.map(async (one) => (await store.auditLines(one, 10)).map(({ id }) => id)));
  const lines = await store.auditLines({}, 10);
  expect(lines.map(({ id, at, kind }) => [id, at, kind])).toEqual(
    written.map(({ kind }, index) => [index + 1, 1_000 + index, kind]).reverse(),
  );
  expect(lines.map((line) => line.tokenId).reverse()).toEqual([
    ...written.slice(0, 3).map((line) => ('token_id' in line ? line.token_id : null)),
    ...[null, null],
  ]);
  expect(lines.at(-1)).toMatchObject({ serviceDay: '2026-01-05', doctorId: uuid(1), by: { personId } });
  expect(await idsOf({ tokenId }, { personId }, { kind: 'tokens.cancel' }, { kind: 'nothing' })).toEqual([
    [1],
    [5, 4, 2, 1],
    [5, 4, 1],
    [],
  ]);
  expect(await store.checkAudit(null, 10)).toMatchObject({ fault: null, good: before.good });
  await store.addAuditLine(auditLine({ tokenId, reason: { code: 'left', text: 'again' } }));
  expect(await idsOf({ tokenId })).toEqual([[6, 1]]);
  expect(await store.checkAudit(before.good, 10)).toMatchObject({ fault: null, good: { id: 6 } });
  await store.close();
  expect(checkAuditFile(path, undefined, before.good)).toMatchObject({
    fault: null,
    good: { id: 6 },
    isAsKept: true,
  });
});

test.each([
  ['a moment', 'UPDATE audit SET at = 5 WHERE id = 3', { id: 3, kind: 'changed' }],
  [
    'a hash',
    "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE id = 3",
    { id: 3, kind: 'changed' },
  ],
  ['a hash, in capitals', 'UPDATE audit SET hash = upper(hash) WHERE id = 3', { id: 3, kind: 'changed' }],
  ['words', "UPDATE audit SET reason_text = 'other' WHERE id = 4", { id: 4, kind: 'changed' }],
  ['the end', 'UPDATE audit_head SET id = 6', { id: 6, kind: 'cut_off' }],
])('a record in which %s was changed is not mended by bringing it up to date', async (_what, edit, fault) => {
  const path = earlier(edit);
  expect(checkAuditFile(path, undefined, null).fault).toMatchObject(fault);
  const store = open(path);
  expect((await store.checkAudit(null, 10)).fault).toMatchObject(fault);
});
