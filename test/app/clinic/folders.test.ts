import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

test('folders: the path of each is said, and opening one makes it first', async () => {
  const opened: string[] = [];
  const backups = join(temporaryFolder(), 'backups');
  const { app } = await openClinic({ backups, openFolder: async (path) => void opened.push(path) });
  const { paths, canOpen } = unwrap(await app.call('folders.list', {}, staff));
  expect(canOpen).toBe(true);
  expect(paths).toMatchObject({ backups, deskSlips: null });
  unwrap(await app.call('folders.open', { folder: 'backups' }, staff));
  expect(opened).toEqual([backups]);
  expect(existsSync(backups)).toBe(true);
  expect(await app.call('folders.open', { folder: 'deskSlips' }, staff)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('folders: slips go where the settings say, the kiosk’s to its own', async () => {
  const { app } = await openClinic();
  const { desk } = unwrap(await app.call('settings.read', {}, staff)).print;
  const set = { ...desk, way: 'pdf', folder: '/srv/desk' } as const;
  unwrap(await app.call('settings.change', { print: { desk: set } }, staff));
  const { paths, canOpen } = unwrap(await app.call('folders.list', {}, staff));
  expect(paths).toMatchObject({ deskSlips: '/srv/desk', kioskSlips: '/srv/desk' });
  // Nobody sits where no window is.
  expect(canOpen).toBe(false);
  expect(await app.call('folders.open', { folder: 'backups' }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});

test('a backup is named by the clinic’s day and time; the latest fourteen are kept by when they were written', async () => {
  const backups = temporaryFolder();
  // 1:05 at night in the clinic is still the day before in UTC.
  const clinic = await openClinic({ backups, time: at('01:05') });
  for (let count = 0; count < 15; count += 1) {
    unwrap(await clinic.app.call('backups.make', {}, staff));
    const name = readdirSync(backups).find((file) => file.includes('T01-05-00'));
    if (count === 0) expect(name).toBe('opd-tokens-2026-01-05T01-05-00-000+0530.db');
    // As if each hour one had been made, and the clock set back by hours meanwhile.
    for (const file of readdirSync(backups)) utimesSync(join(backups, file), count, count);
    clinic.clock.setTo(clinic.clock.now() - 3_600_000);
  }
  expect(readdirSync(backups)).toHaveLength(14);
  expect(readdirSync(backups)).toContain('opd-tokens-2026-01-04T11-05-00-000+0530.db');
});
