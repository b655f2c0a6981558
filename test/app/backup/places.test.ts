import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, first, staff, unwrap } from '../../helpers/clinic';
import { type Kept, keptClinic, makeNow, statusOf } from './kit';

const words = 'four plain short words';

async function withStick(clinic: Kept, more: object = {}): Promise<string> {
  const stick = join(clinic.root, 'stick');
  mkdirSync(stick);
  unwrap(
    await clinic.app.call(
      'settings.change',
      { backup: { folders: [{ path: stick, limitMb: 500, encrypted: false, ...more }] } },
      staff,
    ),
  );
  return stick;
}

test('a stick that is pulled is said, holds up nothing, and has its copy once it is back', async () => {
  const clinic = await keptClinic();
  const stick = await withStick(clinic);
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  expect(clinic.copies(stick)).toHaveLength(1);
  const away = join(clinic.root, 'in-a-pocket');
  renameSync(stick, away);
  await clinic.issued();
  await clinic.roundAt(at('10:00'));
  expect(clinic.copies()).toHaveLength(2);
  // It is not made anew on this disk.
  expect(existsSync(stick)).toBe(false);
  expect(await statusOf(clinic)).toMatchObject({
    warning: 'gone',
    lastProvedAt: at('10:00'),
    places: [{ problem: null }, { problem: 'gone', problemAt: at('10:00'), lastProvedAt: at('09:00') }],
  });
  await clinic.roundAt(at('10:06'));
  expect(await statusOf(clinic)).toMatchObject({ warning: 'gone' });
  // Where it was plugged in there is an empty folder: that is not the stick.
  mkdirSync(stick);
  await clinic.roundAt(at('10:12'));
  expect(clinic.copies(stick)).toEqual([]);
  rmSync(stick, { recursive: true });
  renameSync(away, stick);
  await clinic.roundAt(at('10:18'));
  await clinic.roundAt(at('10:18'));
  expect(clinic.copies(stick)).toHaveLength(2);
  expect(await statusOf(clinic)).toMatchObject({
    warning: null,
    places: [{}, { lastProvedAt: at('10:18') }],
  });
  // And no other one was made meanwhile.
  expect(clinic.copies()).toHaveLength(2);
});

test('a place that cannot take a copy is said by name; the others have theirs; by hand it fails only if none could', async () => {
  const full = new Set<string>();
  const clinic = await keptClinic({ freeBytes: (folder) => (full.has(folder) ? 1000 : 1e12) });
  const stick = await withStick(clinic);
  full.add(stick);
  unwrap(await makeNow(clinic));
  expect(await statusOf(clinic)).toMatchObject({
    warning: 'no_room',
    places: [
      { problem: null, copies: 1 },
      { problem: 'no_room', copies: 0 },
    ],
  });
  expect(clinic.copies(stick)).toEqual([]);
  full.add(clinic.backups);
  expect(await makeNow(clinic)).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { reason: 'backup_no_room' } },
  });
  expect(clinic.copies()).toHaveLength(1);
  full.clear();
  unwrap(await makeNow(clinic));
  expect(await statusOf(clinic)).toMatchObject({ warning: null });
  // A file where the folder should be.
  rmSync(stick, { recursive: true });
  writeFileSync(stick, '');
  // It is made elsewhere, and said where it is not.
  expect(unwrap(await makeNow(clinic))).toEqual({
    failed: [{ folder: stick, isOwn: false, problem: 'gone' }],
  });
  expect(await statusOf(clinic)).toMatchObject({ warning: 'gone' });
});

test('a copy is due again every five minutes where there was no room, and not every fifteen seconds', async () => {
  let asked = 0;
  const clinic = await keptClinic({
    freeBytes: () => {
      asked += 1;
      return 1000;
    },
  });
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  await clinic.roundAt(at('09:01'));
  expect(asked).toBe(1);
  await clinic.roundAt(at('09:06'));
  expect(asked).toBe(2);
});

test('encrypted copies need a passphrase; nobody is ever told it', async () => {
  const clinic = await keptClinic();
  const stick = await withStick(clinic, { encrypted: true });
  unwrap(await makeNow(clinic));
  expect(clinic.copies(stick)).toEqual([]);
  expect(await statusOf(clinic)).toMatchObject({ warning: 'no_passphrase', hasPassphrase: false });
  const set = (passphrase: string, again: string) =>
    clinic.app.call('backups.setPassphrase', { passphrase, again }, staff);
  expect(await set(words, 'four other words')).toMatchObject({
    error: { details: { reason: 'passphrase_differs', field: 'again' } },
  });
  expect(await set('short', 'short')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  unwrap(await set(words, words));
  unwrap(await makeNow(clinic));
  const [copy] = clinic.copies(stick);
  expect(copy).toMatch(/\.age$/);
  expect(first(clinic.copies())).toMatch(/\.gz$/);
  const ref = { folder: stick, file: copy ?? '' };
  expect(unwrap(await clinic.app.call('backups.prove', ref, staff))).toMatchObject({ doctors: 3 });
  expect(await clinic.app.call('backups.removePassphrase', {}, staff)).toMatchObject({
    error: { details: { reason: 'passphrase_needed' } },
  });
  const { path } = unwrap(await clinic.app.call('configuration.export', {}, staff));
  const exported = readFileSync(path, 'utf8');
  expect(exported).toContain('stick');
  const told = JSON.stringify([await statusOf(clinic), clinic.events, await clinic.store.auditLines({}, 50)]);
  for (const text of [exported, told]) expect(text).not.toContain(words);
  // With another passphrase the old copies need the one of then.
  unwrap(await set('another one entirely', 'another one entirely'));
  expect(await clinic.app.call('backups.prove', ref, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { reason: 'copy_wrong_passphrase' } },
  });
});

test('a copy is proved by name, and no other file of this computer', async () => {
  const clinic = await keptClinic();
  unwrap(await makeNow(clinic));
  const file = first(clinic.copies());
  const prove = (folder: string, name: string) =>
    clinic.app.call('backups.prove', { folder, file: name }, staff);
  clinic.clock.setTo(at('08:45'));
  expect(unwrap(await prove(clinic.backups, file))).toMatchObject({ provedAt: at('08:45') });
  symlinkSync(join(clinic.root, 'opd-tokens.db'), join(clinic.root, file));
  for (const [folder, name] of [
    [clinic.root, file],
    [clinic.backups, `../backups/${file}`],
    [clinic.backups, 'opd-tokens.db'],
  ] as const) {
    expect(await prove(folder, name)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  }
  const path = join(clinic.backups, file);
  const whole = readFileSync(path);
  whole[40] = (whole[40] ?? 0) ^ 1;
  writeFileSync(path, whole);
  expect(await prove(clinic.backups, file)).toMatchObject({
    error: { details: { reason: 'copy_checksum' } },
  });
});

test('a copy is old once something has happened since, and not by itself', async () => {
  const clinic = await keptClinic();
  await clinic.issue();
  await clinic.roundAt(at('09:00'));
  // Nothing happens for days: an old copy is as good as a new one.
  clinic.clock.setTo(at('09:00', '2026-01-12'));
  expect((await statusOf(clinic)).warning).toBeNull();
  await clinic.issue();
  expect((await statusOf(clinic)).warning).toBe('old');
});

test('a folder is asked for only where somebody sits', async () => {
  const clinic = await keptClinic();
  expect(await clinic.app.call('backups.chooseFolder', {}, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { reason: 'backup_no_dialog' } },
  });
  const change = (...paths: string[]) => {
    const folders = paths.map((path) => ({ path, limitMb: 500, encrypted: false }));
    return clinic.app.call('settings.change', { backup: { folders } }, staff);
  };
  expect(await change('backups')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await change('/a', '/a')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  for (const path of ['/media/stick', 'E:\\', '\\\\server\\clinic'])
    expect((await change(path)).ok).toBe(true);
});

test('a new, empty stick in the place of an old one: removed and added again, it is filled', async () => {
  const clinic = await keptClinic();
  const stick = await withStick(clinic);
  await clinic.issued();
  await clinic.roundAt(at('09:00'));
  expect(clinic.copies(stick)).toHaveLength(1);
  rmSync(stick, { recursive: true });
  mkdirSync(stick);
  await clinic.issued();
  unwrap(await makeNow(clinic));
  expect(await statusOf(clinic)).toMatchObject({ warning: 'gone' });
  expect(clinic.copies(stick)).toHaveLength(0);
  for (const folders of [[], [{ path: stick, limitMb: 500, encrypted: false }]])
    unwrap(await clinic.app.call('settings.change', { backup: { folders } }, staff));
  expect(await statusOf(clinic)).toMatchObject({ warning: null, places: [{}, { copies: 0, problem: null }] });
  unwrap(await makeNow(clinic));
  expect(await statusOf(clinic)).toMatchObject({ warning: null });
  expect(clinic.copies(stick)).toHaveLength(1);
});
