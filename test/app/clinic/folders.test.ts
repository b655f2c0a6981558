import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

test('folders: the path of each is said, and opening one makes it first', async () => {
  const opened: string[] = [];
  const backups = join(temporaryFolder(), 'backups');
  const { app } = await openClinic({ backups, openFolder: async (path) => void opened.push(path) });
  const { paths, canOpen } = unwrap(await app.call('folders.list', {}, staff));
  expect(canOpen).toBe(true);
  expect(paths).toMatchObject({ backups, deskSlips: null });
  expect(existsSync(paths.data ?? '')).toBe(true);
  unwrap(await app.call('folders.open', { folder: 'data' }, staff));
  expect(opened.splice(0)).toEqual([paths.data]);
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
