import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FEED_FILE, feedOf, newKeys, writeFeed } from '../../../scripts/lib/update-feed.mjs';

/** A version that is newer than any, in a folder as `npm run release:sign` leaves it, and the key that an app has to check it. */
export async function releaseIn(folder: string) {
  const version = '9.0.0';
  const stick = join(folder, 'stick');
  const keyFile = join(folder, 'update-key.pem');
  mkdirSync(stick, { recursive: true });
  const { publicKey, privateKey } = newKeys();
  writeFileSync(keyFile, publicKey);
  writeFileSync(join(stick, `opd-tokens_${version}_amd64.deb`), Buffer.alloc(3_000_000, 'opd'));
  const notes = 'Slips print faster.\nThe board shows two rooms beside each other.';
  writeFeed(stick, await feedOf(stick, { version, notes }), privateKey);
  return { stick, feed: join(stick, FEED_FILE), keyFile, env: { OPD_UPDATE_KEY_FILE: keyFile } };
}

/** Sends a folder; of installers a part, and then nothing more. */
export async function stallingServer(folder: string): Promise<{ address: string; close: () => void }> {
  const server = createServer(({ url = '' }, answer) => {
    const file = readFileSync(join(folder, url.slice(1)));
    if (url.endsWith('.deb')) answer.write(file.subarray(0, Math.floor(file.length * 0.4)));
    else answer.end(file);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
