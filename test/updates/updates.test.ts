import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/main/updates/source';
import { compareVersions } from '../../src/main/updates/version';
import { updateChoiceSchema } from '../../src/shared/model/updates';
import { installerBytes, openRoom, otherKeys, releaseIn, serve, temporaryFolder } from './kit';

const FEED = 'opd-tokens-update.json';
const impatient = (choice: Parameters<typeof sourceOf>[0]) => sourceOf(choice, 50);
const fromFolder = (folder: string) => ({ source: 'folder', folder }) as const;
const fromServer = (address: string) => ({ source: 'server', address }) as const;

/** Sends what lies in a folder, as a server of static files does. */
async function serveFolder(folder: string) {
  const asked: string[] = [];
  const address = await serve(({ url = '' }, answer) => {
    asked.push(url);
    const file = join(folder, decodeURIComponent(url).replace(/^\/updates\//, ''));
    if (existsSync(file)) answer.end(readFileSync(file));
    else answer.writeHead(404).end();
  });
  return { asked, address };
}

describe('an update is looked for, fetched and checked', () => {
  it.each(['folder', 'server'] as const)('from a %s', async (from) => {
    const folder = releaseIn(join(temporaryFolder(), 'stick'));
    const choice = from === 'folder' ? fromFolder(folder) : fromServer((await serveFolder(folder)).address);
    const { room, folder: own, told } = openRoom({ choice });
    await room.look();
    const offer = { version: '0.2.0', notes: 'Faster slips.', bytes: installerBytes.length };
    expect(await room.status()).toMatchObject({
      offer,
      ready: null,
      running: null,
      looked: { problem: null },
    });
    expect(existsSync(own)).toBe(false);
    await room.fetch();
    const path = join(own, '0.2.0', 'opd-tokens_0.2.0_amd64.deb');
    expect(await room.status()).toMatchObject({ ready: { version: '0.2.0', path } });
    expect(readFileSync(path)).toEqual(installerBytes);
    expect(await room.checked('ready')).toMatchObject({ command: `sudo apt install '${path}'` });
    expect(told.length).toBeGreaterThan(2);
  });

  it('once fetched it is not fetched again, and is still known without the stick', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const { asked, address } = await serveFolder(stick);
    const { room, folder } = openRoom({ choice: fromServer(address) });
    await room.fetch();
    await room.fetch();
    expect(asked.filter((url) => url.endsWith('.deb'))).toHaveLength(1);
    expect(await openRoom({ folder }).room.checked('ready')).toMatchObject({ version: '0.2.0' });
  });

  it('the installer of the version before stays, older ones go', async () => {
    const stick = join(temporaryFolder(), 'stick');
    const folder = join(temporaryFolder(), 'updates');
    for (const [installed, version] of [
      ['0.1.0', '0.2.0'],
      ['0.2.0', '0.3.0'],
      ['0.3.0', '0.4.0'],
    ] as const) {
      releaseIn(stick, { version });
      await openRoom({ folder, installed, choice: fromFolder(stick) }).room.fetch();
    }
    expect(readdirSync(folder).sort()).toEqual(['0.2.0', '0.3.0', '0.4.0']);
    const { room } = openRoom({ folder, installed: '0.4.0' });
    expect(await room.status()).toMatchObject({ ready: null, before: { version: '0.3.0' } });
    expect(await room.checked('before')).toMatchObject({ version: '0.3.0' });
  });
});

describe('nothing is asked of anybody', () => {
  const never = () => {
    throw new Error('asked');
  };

  it('while updates are off, or it was not said from where', async () => {
    for (const choice of [{}, { source: 'folder' }, { source: 'server' }] as const) {
      const { room, folder } = openRoom({ choice: { ...choice, atNight: true } });
      await room.look();
      await room.fetch();
      expect(await room.status()).toMatchObject({ offer: null, looked: { problem: null } });
      expect(existsSync(folder)).toBe(false);
    }
    expect(sourceOf(updateChoiceSchema.parse({ folder: '/stick', address: 'http://x' }))).toBeNull();
  });

  it('without a key in the app', async () => {
    const rsa = readFileSync(new URL('../package/release.test.ts', import.meta.url), 'utf8');
    for (const key of [null, '', rsa]) {
      const { room } = openRoom({ key, choice: fromFolder('/stick'), sourceFor: () => ({ parts: never }) });
      await room.fetch();
      expect(await room.status()).toMatchObject({ hasKey: false, offer: null, ready: null });
    }
  });
});

describe('an update that is not right is refused, and nothing of it is kept', () => {
  const spoilt: [string, (folder: string) => void, string][] = [
    ['signed with another key', (at) => releaseIn(at, { privateKey: otherKeys.privateKey }), 'not_signed'],
    ['without a signature', (at) => rmSync(join(at, `${FEED}.sig`)), 'not_signed'],
    ['with a signature that is cut', (at) => writeFileSync(join(at, `${FEED}.sig`), 'YWJj'), 'not_signed'],
    [
      'with a signature that is none',
      (at) => writeFileSync(join(at, `${FEED}.sig`), '{"ok":true}'),
      'not_signed',
    ],
    [
      'cut',
      (at) => writeFileSync(join(at, FEED), readFileSync(join(at, FEED)).subarray(0, 100)),
      'not_signed',
    ],
    ['empty', (at) => writeFileSync(join(at, FEED), ''), 'not_signed'],
    ['with a word more', (at) => appendFileSync(join(at, FEED), ' '), 'not_signed'],
    ['endless', (at) => appendFileSync(join(at, FEED), ' '.repeat(70_000)), 'not_signed'],
    ['not there', (at) => rmSync(join(at, FEED)), 'nothing_there'],
    ['of another system', (at) => releaseIn(at, { platform: 'win32' }), 'not_for_here'],
    ['signed, of a version that is none', (at) => releaseIn(at, { version: 'latest' }), 'unreadable'],
    ...[
      '../../evil.deb',
      '/etc/evil.deb',
      'https://evil.example/x.deb',
      '..',
      'a\\b.deb',
      '.profile',
      '',
    ].map((name): [string, (folder: string) => void, string] => [
      `signed, with the name “${name}”`,
      (at) => releaseIn(at, { name: name || '/' }),
      'unreadable',
    ]),
  ];

  it.each(spoilt)('%s', async (_what, spoil, problem) => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    spoil(stick);
    const { room, folder } = openRoom({ choice: fromFolder(stick) });
    await room.fetch();
    expect(await room.status()).toMatchObject({ offer: null, ready: null, looked: { problem } });
    expect(existsSync(folder)).toBe(false);
  });

  const changed: [string, (file: string) => void, string][] = [
    ['is another', (file) => writeFileSync(file, Buffer.alloc(installerBytes.length, 1)), 'changed'],
    ['is longer', (file) => appendFileSync(file, 'more'), 'changed'],
    ['is cut', (file) => writeFileSync(file, installerBytes.subarray(0, 1_000)), 'changed'],
    ['is gone', (file) => rmSync(file), 'nothing_there'],
  ];
  it.each(changed)('whose installer %s', async (_what, spoil, problem) => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    spoil(join(stick, 'opd-tokens_0.2.0_amd64.deb'));
    const { room, folder } = openRoom({ choice: fromFolder(stick) });
    await room.fetch();
    expect(await room.status()).toMatchObject({ ready: null, looked: { problem } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['0.1.0', '0.0.9'])('%s is not newer than what is installed', async (version) => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'), { version });
    const { room, folder } = openRoom({ choice: fromFolder(stick) });
    await room.fetch();
    expect(await room.status()).toMatchObject({ offer: null, ready: null, looked: { problem: null } });
    expect(existsSync(folder)).toBe(false);
  });

  it('what was changed after it was fetched is not installed', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const { room, folder } = openRoom({ choice: fromFolder(stick) });
    await room.fetch();
    const file = join(folder, '0.2.0', 'opd-tokens_0.2.0_amd64.deb');
    writeFileSync(file, Buffer.alloc(installerBytes.length, 1));
    expect(await room.checked('ready')).toBeNull();
    writeFileSync(file, 'short');
    expect(await room.status()).toMatchObject({ ready: null });
  });

  it('what was fetched under the name of another version is not known', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const { room, folder } = openRoom({ choice: fromFolder(stick) });
    await room.fetch();
    renameSync(join(folder, '0.2.0'), join(folder, '0.9.0'));
    expect(await room.status()).toMatchObject({ ready: null });
  });
});

describe('what goes wrong on the way leaves nothing behind', () => {
  const half = installerBytes.subarray(0, installerBytes.length / 2);
  /** Sends the feed of a folder, and its installer as the test wishes. */
  const serving = (folder: string, installer: (answer: ServerResponse) => void) =>
    serve(({ url = '' }, answer) => {
      const name = url.replace(/^\/updates\//, '');
      if (name.endsWith('.deb')) installer(answer);
      else answer.end(readFileSync(join(folder, name)));
    });
  const fetched = async (address: string) => {
    const { room, folder } = openRoom({ choice: fromServer(address), sourceFor: impatient });
    await room.fetch();
    const { ready, looked } = await room.status();
    return { ready, problem: looked?.problem, left: existsSync(folder) ? readdirSync(folder) : [] };
  };

  it('a server that says nothing more', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const address = await serving(stick, (answer) => void answer.write(half));
    expect(await fetched(address)).toEqual({ ready: null, problem: 'no_answer', left: [] });
  });

  it('a server that never answers', async () => {
    expect(await fetched(await serve(() => undefined))).toMatchObject({ ready: null, problem: 'no_answer' });
  });

  it('a server that breaks off', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const address = await serving(stick, (answer) => {
      answer.writeHead(200, { 'content-length': installerBytes.length });
      answer.write(half, () => answer.destroy());
    });
    expect(await fetched(address)).toEqual({ ready: null, problem: 'no_answer', left: [] });
  });

  it('a server that is not there, or has trouble', async () => {
    expect(await fetched('http://127.0.0.1:1/updates')).toMatchObject({ problem: 'no_answer' });
    const address = await serve((_request, answer) => answer.writeHead(500).end());
    expect(await fetched(address)).toMatchObject({ problem: 'no_answer' });
  });

  it('a server that sends on to another is not followed', async () => {
    const { asked, address: other } = await serveFolder(releaseIn(join(temporaryFolder(), 'stick')));
    const address = await serve(({ url = '' }, answer) =>
      answer.writeHead(302, { location: other.replace('/updates', url) }).end(),
    );
    expect(await fetched(address)).toMatchObject({ ready: null, problem: 'elsewhere' });
    expect(asked).toEqual([]);
  });

  it('a folder that is not there', async () => {
    const { room } = openRoom({ choice: fromFolder('/nowhere/at/all') });
    await room.fetch();
    expect(await room.status()).toMatchObject({ looked: { problem: 'gone' } });
  });

  it('a stick that is pulled while its installer is read', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const pulled = {
      async *parts(name: string, signal: AbortSignal) {
        const parts = sourceOf(updateChoiceSchema.parse(fromFolder(stick)), 50)?.parts(name, signal) ?? [];
        for await (const part of parts) {
          yield part.subarray(0, part.length / 2);
          if (!name.endsWith('.deb')) yield part.subarray(part.length / 2);
          else throw Object.assign(new Error('input/output error'), { code: 'EIO' });
        }
      },
    };
    const { room, folder } = openRoom({ choice: fromFolder(stick), sourceFor: () => pulled });
    await room.fetch();
    expect((await room.status()).ready).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a disk without room for it', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    const { room, folder } = openRoom({ choice: fromFolder(stick), freeBytes: async () => 1_000_000 });
    await room.fetch();
    expect(await room.status()).toMatchObject({
      offer: { version: '0.2.0' },
      looked: { problem: 'no_room' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('somebody who stops it', async () => {
    const stick = releaseIn(join(temporaryFolder(), 'stick'));
    let stop = (): void => undefined;
    const address = await serving(stick, (answer) => answer.write(half, () => stop()));
    const { room, folder } = openRoom({ choice: fromServer(address) });
    stop = room.stop;
    await room.fetch();
    expect(await room.status()).toMatchObject({ running: null, ready: null, looked: null });
    expect(readdirSync(folder)).toEqual([]);
    await room.look();
    expect(await room.status()).toMatchObject({ offer: { version: '0.2.0' } });
  });
});

it('another place was chosen: what was offered by the one before is forgotten', async () => {
  const { room } = openRoom({ choice: fromFolder(releaseIn(join(temporaryFolder(), 'stick'))) });
  await room.look();
  room.choose(updateChoiceSchema.parse({}));
  expect(await room.status()).toMatchObject({ offer: null, looked: null, choice: { source: 'off' } });
});

it.each([
  ['0.2.0', '0.10.0', -1],
  ['1.0.0', '0.9.9', 1],
  ['0.1.0', '0.1.0', 0],
  ['0.1.0-testbuild', '0.1.0', -1],
  ['0.1.1', '0.1.1-testbuild', 1],
  ['nothing', '0.0.0', -1],
])('%s beside %s', (one, other, order) => {
  expect(Math.sign(compareVersions(one, other))).toBe(order);
});

it.each(['ftp://x', 'http://', 'http://name:word@x/', 'http://x/?a', 'http://x/#a', 'x', 'file:///etc'])(
  '%s is no address of a server',
  (address) => expect(updateChoiceSchema.safeParse({ address }).success).toBe(false),
);
