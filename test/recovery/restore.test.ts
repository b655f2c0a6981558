import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { goOnAfterRestore } from '../../src/main/app/backup/restored';
import { calendar } from '../../src/main/app/time/calendar';
import { pack } from '../../src/main/copies/pack';
import { snapshot } from '../../src/main/copies/snapshot';
import { newDay } from '../../src/main/engine';
import { restore } from '../../src/main/recovery/restore';
import { salvage } from '../../src/main/recovery/salvage';
import { readOnce, waysBack } from '../../src/main/recovery/ways';
import { probe } from '../../src/main/store/sqlite/probe';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { TokenId } from '../../src/shared/model/ids';
import { at, openClinic, type TestClinic, temporaryFolder } from '../helpers/clinic';
import { filesNow, overwrite } from '../helpers/files';

const NAME = 'opd-tokens.db';
const now = new Date(at('09:00'));

interface Lived {
  readonly folder: string;
  readonly path: string;
  readonly copy: string;
}

/** A morning with two tokens in a packed copy, and two more after it; closed. */
async function lived(passphrase?: string, then: '08:15' | '08:45' = '08:45'): Promise<Lived> {
  const folder = temporaryFolder();
  const path = join(folder, NAME);
  const clinic = await openClinic({ path });
  await clinic.issued();
  await clinic.issued();
  const source = join(temporaryFolder(), 'snapshot.db');
  await snapshot(path, source);
  const backups = join(folder, 'backups');
  const copy = await pack({
    ...{ source, folder: backups, work: temporaryFolder(), madeAt: at('08:40') },
    ...{ reason: 'hand', appVersion: '1' },
    ...(passphrase !== undefined && { lock: { passphrase, workFactor: 10 } }),
  });
  clinic.clock.setTo(at(then));
  await clinic.issued({ patientName: 'Later' });
  await clinic.issued({ patientName: 'Latest' });
  await clinic.store.close();
  return { folder, path, copy: copy.path };
}

async function reopened(path: string): Promise<TestClinic> {
  const store = openSqliteStore({ path, calendar, newDay });
  const clinic = await openClinic({ store });
  await goOnAfterRestore(clinic.environment);
  return clinic;
}

test('a token made after the clock was set back is not said to be in the copy', async () => {
  const { path } = await lived(undefined, '08:15');
  expect(waysBack(path, [], readOnce(path, {}))).toMatchObject([{ lost: { tokens: 2 } }]);
});

test('going back to a copy keeps what was here whole, and never gives again a number that is on a slip', async () => {
  const { folder, path, copy } = await lived();
  expect(waysBack(path, [], readOnce(path, {}))).toMatchObject([
    { path: copy, lost: { tokens: 2 }, facts: { tokens: 2 } },
  ]);
  const { aside, content } = await restore({ path, copy, now });
  expect(content.tokens).toBe(2);
  expect(probe({ path })).toEqual({ state: 'fine', isReplaced: false });
  expect(existsSync(join(folder, 'incoming'))).toBe(false);

  const clinic = await reopened(path);
  const lines = await clinic.store.auditLines({ kind: 'backups.restored' }, 10);
  expect(lines).toMatchObject([{ details: {} }]);
  expect((await clinic.issued({ patientName: 'Next' })).number).toBe('A-005');
  await clinic.store.close();
  // What was put aside is whole, and one can go back to it as well.
  const kept = join(aside ?? '', NAME);
  expect(probe({ path: kept })).toEqual({ state: 'fine', isReplaced: false });
  await restore({ path, copy: kept, now });
  const again = await reopened(path);
  expect((await again.issued({ patientName: 'One more' })).number).toBe('A-006');
  expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(2);
});

test('where nobody can tell which numbers were given, a gap is left', async () => {
  const { path, copy } = await lived();
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  const clinic = await reopened(path);
  expect((await clinic.issued({ patientName: 'Next' })).number).toBe('A-101');
});

test('what was put aside after a crash comes back with its last changes', async () => {
  const folder = temporaryFolder();
  const clinic = await openClinic({ path: join(folder, NAME) });
  await clinic.issued();
  const crashed = filesNow(folder);
  await clinic.store.close();
  const target = join(temporaryFolder(), NAME);
  await restore({ path: target, copy: join(crashed, NAME), now });
  const again = await reopened(target);
  // The database of before is gone: nobody knows what else was given.
  expect((await again.issued({ patientName: 'Next' })).number).toBe('A-101');
});

test('a copy that is no good, or in use, changes nothing', async () => {
  const { folder, path, copy } = await lived('open sesame');
  const before = probe({ path });
  await expect(restore({ path, copy, now })).rejects.toMatchObject({ problem: 'passphrase_missing' });
  await expect(restore({ path, copy, now, passphrase: 'no' })).rejects.toMatchObject({
    problem: 'wrong_passphrase',
  });
  const half = join(folder, 'half.db.gz');
  writeFileSync(half, 'nothing of the kind');
  await expect(restore({ path, copy: half, now })).rejects.toMatchObject({ problem: 'damaged' });
  const store = openSqliteStore({ path, calendar, newDay });
  await expect(restore({ path, copy, now, passphrase: 'open sesame' })).rejects.toThrow(/Another OPD Tokens/);
  await store.close();
  expect(probe({ path })).toEqual(before);
  expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  expect(existsSync(join(folder, 'incoming'))).toBe(false);
  rmSync(path);
  await restore({ path, copy, now, passphrase: 'open sesame' });
  expect(probe({ path })).toEqual({ state: 'fine', isReplaced: false });
});

test('what can be read of a damaged database is saved, with counts, and can be worked on', async () => {
  const folder = temporaryFolder();
  const path = join(folder, NAME);
  const clinic = await openClinic({ path });
  for (let count = 0; count < 12; count += 1) await clinic.issue({ source: 'emergency' });
  await clinic.store.close();
  // The page that the last bytes of events are on.
  overwrite(path, 4096 * 60, new Uint8Array(4096).fill(0xaa));
  expect(probe({ path }).state).toBe('problem');
  const { file, tables } = await salvage({ path, now });
  expect(file).not.toBeNull();
  expect(tables.find(({ table }) => table === 'doctors')).toEqual({ table: 'doctors', rows: 3, lost: 0 });
  await restore({ path, copy: file ?? '', now });
  const again = await reopened(path);
  expect((await again.store.doctors()).length).toBe(3);
  expect((await again.issued({ patientName: 'Next' })).sequence).toBeGreaterThan(12);
});

test('where tokens or a book are lost their events go with them, and no others', async () => {
  const path = join(temporaryFolder(), NAME);
  const { issued, doctorIds, store } = await openClinic({ path });
  const [kept, lost] = [await issued(), await issued()];
  const ofOther = await issued({ doctorId: doctorIds[1] ?? kept.doctorId });
  await store.close();
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.exec('DROP TRIGGER tokens_are_never_deleted');
  raw.prepare('DELETE FROM tokens WHERE id IN (?, ?)').run(lost.id, ofOther.id);
  raw.prepare('DELETE FROM books WHERE doctor_id = ?').run(ofOther.doctorId);
  raw.close();
  const { file } = await salvage({ path, now });
  await restore({ path, copy: file ?? '', now });
  const again = await reopened(path);
  const historyOf = async ({ id }: { id: TokenId }) => (await again.store.tokenHistory(id)).length;
  expect([await historyOf(kept), await historyOf(lost), await historyOf(ofOther)]).toEqual([1, 0, 0]);
  expect(await again.store.events(ofOther)).toEqual([]);
  expect((await again.store.checkAudit(null, 100)).fault).toBeNull();
});
