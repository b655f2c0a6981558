import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { belongTogether, feedOf, newKeys, writeFeed } from '../../scripts/lib/update-feed.mjs';
import { keys, openRoom, otherKeys, temporaryFolder } from '../updates/kit';

it('of a folder the installers of this version are signed, and nothing else', async () => {
  const folder = temporaryFolder();
  for (const name of [
    'opd-tokens-0.2.0-win-x64.exe',
    'opd-tokens-0.2.0-win-x64.exe.blockmap',
    'opd-tokens-0.2.0-mac-arm64.dmg',
    'opd-tokens-0.2.0-linux-x86_64.AppImage',
    'opd-tokens_0.2.0_amd64.deb',
    'opd-tokens_0.1.0_amd64.deb',
    'opd-tokens-testbuild_0.2.0~testbuild_amd64.deb',
    'opd-tokens-0.2.0.cdx.json',
    'latest.yml',
  ])
    writeFileSync(join(folder, name), name);
  const feed = await feedOf(folder, { version: '0.2.0', notes: 'Faster.' });
  expect(feed.files.map(({ platform, arch, kind }) => `${platform} ${arch} ${kind}`)).toEqual([
    'linux x64 AppImage',
    'darwin arm64 dmg',
    'win32 x64 exe',
    'linux x64 deb',
  ]);
  const { publicKey, privateKey } = newKeys();
  writeFeed(folder, feed, privateKey);
  const { room } = openRoom({ key: publicKey, choice: { source: 'folder', folder } });
  await room.fetch();
  expect(await room.status()).toMatchObject({ ready: { version: '0.2.0' }, offer: { notes: 'Faster.' } });
});

it('a key that is not the other half of the one in the app is told before anything is given away', () => {
  expect(belongTogether(keys.publicKey, keys.privateKey)).toBe(true);
  expect(belongTogether(keys.publicKey, otherKeys.privateKey)).toBe(false);
});
