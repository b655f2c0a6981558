import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { Environment } from '../../../src/main/app/environment';
import { recordVersion } from '../../../src/main/app/updates/installed';
import { installCommand } from '../../../src/main/updates/install-command';
import { openNotes } from '../../../src/main/updates/notes';
import { updateChoiceSchema } from '../../../src/shared/model/updates';
import { at, noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { openRoom, releaseIn } from '../../updates/kit';
import { keptClinic } from '../backup/kit';

const stickWith = () => releaseIn(join(temporaryFolder(), 'stick'));
const fromFolder = (folder: string, atNight = false) => ({ source: 'folder', folder, atNight }) as const;
const kindsOf = async ({ store }: Pick<Environment, 'store'>) =>
  (await store.auditLines({}, 20)).map(({ kind }) => kind);

describe('somebody looks for an update', () => {
  it('chooses from where, looks, fetches and installs it: all of it is on record', async () => {
    const clinic = await keptClinic();
    const { room, opened } = openRoom();
    const app = createApp({ ...clinic.environment, updates: room }, noWindows);
    expect(unwrap(await app.call('updates.status', {}, staff))).toMatchObject({ choice: { source: 'off' } });
    unwrap(await app.call('updates.choose', fromFolder(stickWith()), staff));
    unwrap(await app.call('updates.look', {}, staff));
    unwrap(await app.call('updates.fetch', {}, staff));
    const copies = unwrap(await app.call('backups.list', {}, staff)).length;
    const done = unwrap(await app.call('updates.install', { which: 'ready' }, staff));
    expect(done).toMatchObject({ version: '0.2.0', command: expect.stringContaining('sudo apt install') });
    expect(unwrap(await app.call('backups.list', {}, staff))).toHaveLength(copies + 1);
    expect(opened).toEqual([]);
    expect((await kindsOf(clinic.environment)).slice(0, 4)).toEqual([
      'updates.install',
      'updates.fetch',
      'updates.look',
      'updates.choose',
    ]);
  });

  it('without a copy of the data nothing is installed', async () => {
    const { environment } = await openClinic();
    const { room, opened } = openRoom({ choice: fromFolder(stickWith()), command: null });
    await room.fetch();
    const app = createApp({ ...environment, updates: room }, noWindows);
    expect(await app.call('updates.install', { which: 'ready' }, staff)).toMatchObject({
      error: { code: 'UNAVAILABLE', details: { reason: 'backup_not_here' } },
    });
    expect(opened).toEqual([]);
  });

  it('where the system asks by itself the installer is opened, after the copy', async () => {
    const { environment } = await keptClinic();
    const { room, folder, opened } = openRoom({ choice: fromFolder(stickWith()), command: null });
    await room.fetch();
    const app = createApp({ ...environment, updates: room }, noWindows);
    unwrap(await app.call('updates.install', { which: 'ready' }, staff));
    expect(opened).toEqual([join(folder, '0.2.0', 'opd-tokens_0.2.0_amd64.deb')]);
  });

  it('what was changed since it was fetched is refused before anything else', async () => {
    const { environment } = await keptClinic();
    const { room, folder, opened } = openRoom({ choice: fromFolder(stickWith()), command: null });
    await room.fetch();
    const file = join(folder, '0.2.0', 'opd-tokens_0.2.0_amd64.deb');
    writeFileSync(file, readFileSync(file).fill(0));
    const app = createApp({ ...environment, updates: room }, noWindows);
    expect(await app.call('updates.install', { which: 'ready' }, staff)).toMatchObject({
      error: { code: 'NOT_FOUND', details: { reason: 'update_gone' } },
    });
    expect(opened).toEqual([]);
    expect(unwrap(await app.call('backups.list', {}, staff))).toEqual([]);
  });

  it('without a key it cannot be switched on, and off nothing is looked for', async () => {
    const { environment } = await openClinic();
    const app = createApp({ ...environment, updates: openRoom({ key: null }).room }, noWindows);
    const wish = fromFolder('/stick');
    const reason = (reason: string) => ({ error: { code: 'CONFLICT', details: { reason } } });
    expect(await app.call('updates.choose', wish, staff)).toMatchObject(reason('update_no_key'));
    const off = createApp({ ...environment, updates: openRoom().room }, noWindows);
    expect(await off.call('updates.look', {}, staff)).toMatchObject(reason('update_off'));
    expect(await off.call('updates.fetch', {}, staff)).toMatchObject(reason('update_off'));
  });

  it('where the app does not look after its own updates nobody can ask for them', async () => {
    const { app } = await openClinic();
    expect(unwrap(await app.call('updates.status', {}, staff))).toBeNull();
    for (const name of ['updates.look', 'updates.fetch', 'updates.stop'] as const)
      expect(await app.call(name, {}, staff)).toMatchObject({ error: { code: 'UNAVAILABLE' } });
  });
});

describe('at night', () => {
  const night = at('23:30');
  async function roundAt(time: number, choice: object, before?: (clinic: Clinic) => Promise<unknown>) {
    const clinic = await openClinic({ time: at('09:00') });
    await before?.(clinic);
    const { room } = openRoom({ choice });
    clinic.clock.setTo(time);
    const environment = { ...clinic.environment, updates: room };
    const rounds = makeRounds(environment);
    await rounds.run();
    // What a round began is waited for: asked meanwhile, it is the same.
    if ((await room.status()).running) await room.fetch();
    return { environment, rounds, room, kinds: await kindsOf(environment) };
  }
  type Clinic = Awaited<ReturnType<typeof openClinic>>;

  it('it is fetched once, and not installed', async () => {
    const { room, rounds, kinds, environment } = await roundAt(night, fromFolder(stickWith(), true));
    expect(await room.status()).toMatchObject({ ready: { version: '0.2.0' } });
    expect(kinds[0]).toBe('clock.update');
    await rounds.run();
    expect((await kindsOf(environment)).filter((kind) => kind === 'clock.update')).toHaveLength(1);
  });

  it.each([
    ['by day', at('12:30'), true],
    ['unless somebody chose it', night, false],
  ])('not %s', async (_when, time, atNight) => {
    const { room, kinds } = await roundAt(time, fromFolder(stickWith(), atNight));
    expect(await room.status()).toMatchObject({ ready: null, looked: null });
    expect(kinds).not.toContain('clock.update');
  });

  it('not while updates are off', async () => {
    const { kinds } = await roundAt(night, { source: 'off', folder: stickWith(), atNight: true });
    expect(kinds).not.toContain('clock.update');
  });

  it('not while somebody waits', async () => {
    const { kinds } = await roundAt(at('22:30'), fromFolder(stickWith(), true), async (clinic) => {
      await clinic.issued();
    });
    expect(kinds).not.toContain('clock.update');
  });
});

describe('which version runs is noted', () => {
  it('and what was chosen outlives an update; another version goes on record', async () => {
    const file = join(temporaryFolder(), 'updates.json');
    const first = openNotes(file, '0.1.0', writeFileSync);
    expect(first).toMatchObject({ cameFrom: null, isNew: false });
    first.write(updateChoiceSchema.parse(fromFolder('/stick')));
    const second = openNotes(file, '0.2.0', writeFileSync);
    expect(second).toMatchObject({ cameFrom: '0.1.0', isNew: true });
    expect(second.read()).toMatchObject(fromFolder('/stick'));
    const again = openNotes(file, '0.2.0', writeFileSync);
    expect(again).toMatchObject({ cameFrom: '0.1.0', isNew: false });
    const { environment } = await openClinic();
    await recordVersion(environment, '0.1.0');
    const [line] = await environment.store.auditLines({}, 1);
    expect(line).toMatchObject({ kind: 'updates.installed', details: { from: '0.1.0' } });
  });

  it('a file nobody can read, or a full disk, keeps nobody from starting', () => {
    const file = join(temporaryFolder(), 'updates.json');
    writeFileSync(file, '{"choice":{"source":"folder"');
    const full = (): never => {
      throw new Error('ENOSPC');
    };
    expect(openNotes(file, '0.1.0', full).read()).toMatchObject({ source: 'off' });
  });
});

it('the command for an administrator names one file, whatever its name', () => {
  const deb = { isOlder: false, appImage: undefined };
  expect(installCommand('/home/a b/x.deb', deb)).toBe("sudo apt install '/home/a b/x.deb'");
  expect(installCommand("/o'b/$(x).deb", deb)).toBe("sudo apt install '/o'\\''b/$(x).deb'");
  expect(installCommand('/x.deb', { ...deb, isOlder: true })).toBe(
    "sudo apt install --allow-downgrades '/x.deb'",
  );
  expect(installCommand('/x.AppImage', { isOlder: false, appImage: '/opt/app.AppImage' })).toBe(
    "install -m 755 '/x.AppImage' '/opt/app.AppImage'",
  );
});
