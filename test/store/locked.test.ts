import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../src/main/app/app';
import { first, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

/** A clinic on a file that another program, such as one that copies it, can hold. */
async function clinicOnFile() {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const other = new Database(path);
  onTestFinished(() => void other.close());
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const app = createApp(clinic.environment, noWindows);
  const wish = {
    doctorId: first(clinic.doctorIds),
    source: 'walk_in',
    patientName: 'Asha',
    patientContact: '',
    requestId: 'visit-0001',
  } as const;
  return { ...clinic, app, other, wish };
}

test('while another program holds the data for a moment, who writes waits, who looks is answered, and it is done then', async () => {
  const { app, other, wish } = await clinicOnFile();
  other.exec('BEGIN IMMEDIATE');
  const issuing = app.call('tokens.issue', wish, staff);
  const changing = app.call('settings.change', { clinic: { clinicName: 'Another' } }, staff);
  expect(unwrap(await app.call('books.view', { doctorId: wish.doctorId }, staff)).tokens).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(unwrap(await app.call('books.view', { doctorId: wish.doctorId }, staff)).tokens).toEqual([]);
  other.exec('COMMIT');
  await vi.advanceTimersByTimeAsync(100);
  expect(unwrap(await issuing).token.number).toBe('A-001');
  expect(unwrap(await changing).clinic.clinicName).toBe('Another');
});

test('one that does not let go of them is said to whoever writes, nothing is half done, and the same works afterwards', async () => {
  const { app, environment, other, wish } = await clinicOnFile();
  other.exec('BEGIN IMMEDIATE');
  const issuing = app.call('tokens.issue', wish, staff);
  const saving = environment.store.saveMeta('a key', 'a value').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await issuing).toMatchObject({
    ok: false,
    error: { code: 'UNAVAILABLE', message: expect.stringMatching(/just now. Nothing was changed/) },
  });
  expect(await saving).toMatchObject({ refusal: { code: 'UNAVAILABLE' } });
  other.exec('ROLLBACK');
  expect(unwrap(await app.call('tokens.issue', wish, staff)).token.number).toBe('A-001');
  expect(await environment.store.meta('a key')).toBeUndefined();
});

test('one that reads for hours, as a copying program does, is in nobody’s way', async () => {
  const { app, other, wish } = await clinicOnFile();
  other.exec('BEGIN');
  other.prepare('SELECT count(*) FROM doctors').get();
  expect(unwrap(await app.call('tokens.issue', wish, staff)).token.number).toBe('A-001');
  other.exec('COMMIT');
});
