import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FEED, keyOf, SIGNATURE } from '../../src/main/updates/feed';
import { createUpdateRoom } from '../../src/main/updates/room';
import { type Source, sourceOf } from '../../src/main/updates/source';
import { type UpdateChoice, updateChoiceSchema } from '../../src/shared/model/updates';

const pairOf = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
export const keys = pairOf();
export const otherKeys = pairOf();
export const here = { platform: 'linux', arch: 'x64', kind: 'deb' } as const;
export const installerBytes = Buffer.from('an installer of a version '.repeat(40_000));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opd-updates-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Release {
  readonly version?: string;
  readonly name?: string;
  readonly platform?: string;
  readonly bytes?: Buffer;
  readonly privateKey?: string;
}

/** A folder with a signed release in it, as `npm run release:sign` leaves it (`test/package/update-signing`). */
export function releaseIn(folder: string, release: Release = {}): string {
  const {
    version = '0.2.0',
    bytes = installerBytes,
    platform = 'linux',
    privateKey = keys.privateKey,
  } = release;
  const { name = `opd-tokens_${version}_amd64.deb` } = release;
  mkdirSync(folder, { recursive: true });
  const file = {
    ...{ name, platform, arch: 'x64', kind: 'deb', bytes: bytes.length },
    sha512: createHash('sha512').update(bytes).digest('hex'),
  };
  const feed = JSON.stringify({ app: 'opd-tokens', version, notes: 'Faster slips.', files: [file] });
  writeFileSync(join(folder, FEED), feed);
  const signed = sign(null, Buffer.from(`opd-tokens update\n${feed}`), privateKey);
  writeFileSync(join(folder, SIGNATURE), signed.toString('base64'));
  if (/^[^/]*\w$/.test(name)) writeFileSync(join(folder, name), bytes);
  return folder;
}

interface Wishes {
  readonly choice?: Partial<UpdateChoice>;
  readonly installed?: string;
  readonly key?: string | null;
  readonly sourceFor?: (choice: UpdateChoice) => Source | null;
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly folder?: string;
  /** Null: the system asks for what it needs by itself. */
  readonly command?: null;
}

/** Updates of a computer, and what was opened of them. */
export function openRoom(wishes: Wishes = {}) {
  const { installed = '0.1.0', key = keys.publicKey } = wishes;
  const folder = wishes.folder ?? join(temporaryFolder(), 'updates');
  let choice = updateChoiceSchema.parse(wishes.choice ?? {});
  const opened: string[] = [];
  const told: unknown[] = [];
  const room = createUpdateRoom({
    ...{ folder, installed, here, cameFrom: null, isNew: false },
    key: keyOf(key),
    choice: {
      read: () => choice,
      write: (wish) => {
        choice = wish;
      },
    },
    now: () => 1_000,
    changed: () => void told.push(null),
    warn: () => undefined,
    commandFor: (path) => (wishes.command === null ? null : `sudo apt install '${path}'`),
    openFile: async (path) => {
      opened.push(path);
      return true;
    },
    sourceFor: wishes.sourceFor ?? sourceOf,
    ...(wishes.freeBytes && { freeBytes: wishes.freeBytes }),
  });
  return { room, folder, opened, told };
}

/** A server on this computer; answers its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates`;
}
