import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { updateChoiceSchema } from '../../src/shared/model/updates';
import { installerBytes, openRoom, releaseIn, serve, temporaryFolder } from './kit';

const FEED = 'opd-tokens-update.json';
const fromFolder = (folder: string) => ({ source: 'folder', folder }) as const;
const stickWith = (version: string): string => releaseIn(join(temporaryFolder(), 'stick'), { version });

it.each([
  [FEED, 'nothing_there'],
  [`${FEED}.sig`, 'not_signed'],
  ['opd-tokens_0.2.0_amd64.deb', 'nothing_there'],
])('a stick whose %s leads elsewhere is not followed', async (name, problem) => {
  const stick = stickWith('0.2.0');
  const elsewhere = join(temporaryFolder(), 'elsewhere');
  renameSync(join(stick, name), elsewhere);
  symlinkSync(elsewhere, join(stick, name));
  const { room } = openRoom({ choice: fromFolder(stick) });
  await room.fetch();
  expect(await room.status()).toMatchObject({ ready: null, looked: { problem } });
});

it('a pipe on a stick holds no thread that the whole app reads files by', async () => {
  const stick = stickWith('0.2.0');
  rmSync(join(stick, FEED));
  execFileSync('mkfifo', [join(stick, FEED)]);
  const { room } = openRoom({ choice: fromFolder(stick) });
  await room.look();
  expect(await room.status()).toMatchObject({ looked: { problem: 'nothing_there' } });
});

it('an old feed that is shown again takes the place of nothing newer that was fetched', async () => {
  const { room, folder } = openRoom({ choice: fromFolder(stickWith('0.4.0')) });
  await room.fetch();
  room.choose(updateChoiceSchema.parse(fromFolder(stickWith('0.3.0'))));
  await room.fetch();
  expect(await room.status()).toMatchObject({ ready: { version: '0.4.0' }, offer: null });
  expect(readdirSync(folder)).toEqual(['0.4.0']);
});

it('an installer that is not as it was signed any more is fetched anew', async () => {
  const { room, folder } = openRoom({ choice: fromFolder(stickWith('0.2.0')) });
  await room.fetch();
  const file = join(folder, '0.2.0', 'opd-tokens_0.2.0_amd64.deb');
  writeFileSync(file, Buffer.alloc(installerBytes.length, 1));
  expect(await room.checked('ready')).toBeNull();
  await room.fetch();
  expect(await room.checked('ready')).toMatchObject({ version: '0.2.0' });
});

it('whoever looks at another place at once hears of that one, not of the one before', async () => {
  let asked = (): void => undefined;
  const isAsked = new Promise<void>((done) => {
    asked = done;
  });
  const address = await serve(() => asked());
  const { room } = openRoom({ choice: { source: 'server', address } });
  const before = room.look();
  await isAsked;
  room.choose(updateChoiceSchema.parse(fromFolder(stickWith('0.2.0'))));
  await room.look();
  expect(await room.status()).toMatchObject({ offer: { version: '0.2.0' } });
  await before;
});

it('two windows that install at once open one installer', async () => {
  const { room, opened } = openRoom({ choice: fromFolder(stickWith('0.2.0')), command: null });
  await room.fetch();
  const installer = await room.checked('ready');
  if (installer === null) throw new Error('Nothing was fetched.');
  expect(await Promise.all([room.open(installer), room.open(installer)])).toEqual([true, false]);
  expect(opened).toHaveLength(1);
});
