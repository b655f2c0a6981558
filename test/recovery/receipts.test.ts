import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goOnAfterRestore } from '../../src/main/app/backup/restored';
import { calendar } from '../../src/main/app/time/calendar';
import { pack } from '../../src/main/copies/pack';
import { snapshot } from '../../src/main/copies/snapshot';
import { newDay } from '../../src/main/engine';
import { restore } from '../../src/main/recovery/restore';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import { at, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../helpers/clinic';
import { overwrite } from '../helpers/files';

const now = new Date(at('09:00'));

async function copyOf(path: string, time: string): Promise<string> {
  const source = join(temporaryFolder(), 'snapshot.db');
  await snapshot(path, source);
  const where = { source, folder: join(path, '../backups'), work: temporaryFolder(), madeAt: at(time) };
  return (await pack({ ...where, reason: 'hand', appVersion: '1' })).path;
}

async function reopened(path: string): Promise<TestClinic> {
  const clinic = await openClinic({ store: openSqliteStore({ path, calendar, newDay }) });
  await goOnAfterRestore(clinic.environment);
  return clinic;
}

/** The receipt of somebody who comes and pays. */
async function receiptIn({ app, issued }: TestClinic): Promise<number> {
  const { id: tokenId } = await issued({ patientName: crypto.randomUUID() });
  const wish = { tokenId, amount: 50_000, way: 'cash' } as const;
  return unwrap(await app.call('payments.take', wish, staff)).payment.receipt;
}

test('the number of a receipt that somebody holds is never on another, however often one goes back', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  unwrap(
    await clinic.app.call(
      'settings.change',
      { fees: { on: true, everybody: { walk_in: 50_000 } } } as never,
      staff,
    ),
  );
  const empty = await copyOf(path, '08:30');
  expect(await receiptIn(clinic)).toBe(1);
  const one = await copyOf(path, '08:31');
  expect([await receiptIn(clinic), await receiptIn(clinic)]).toEqual([2, 3]);
  await clinic.store.close();
  await restore({ path, copy: one, now });
  await restore({ path, copy: empty, now });
  const again = await reopened(path);
  expect([await receiptIn(again), await receiptIn(again)]).toEqual([4, 5]);
  await again.store.close();
  // The data of before cannot be read: nobody can tell which receipts were given.
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy: one, now });
  const blind = await reopened(path);
  expect([await receiptIn(blind), await receiptIn(blind)]).toEqual([1001, 1002]);
  await blind.store.close();
});

test('where fees were never used the series still begins at 1', async () => {
  const path = join(temporaryFolder(), 'opd-tokens.db');
  const clinic = await openClinic({ path });
  const copy = await copyOf(path, '08:30');
  await clinic.store.close();
  overwrite(path, 4096 * 3, new Uint8Array(4096).fill(0xaa));
  await restore({ path, copy, now });
  const again = await reopened(path);
  expect(await again.store.lastReceipt()).toBe(0);
});
