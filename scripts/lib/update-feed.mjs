import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As `src/main/updates/feed.ts` reads them. */
export const FEED_FILE = 'opd-tokens-update.json';
export const SIGNATURE_FILE = `${FEED_FILE}.sig`;
const PURPOSE = 'opd-tokens update\n';

/** What electron-builder and `deb.mjs` call what they make; a test build is none of these. */
const INSTALLERS = [
  { kind: 'exe', platform: 'win32', name: /^opd-tokens-(\d+\.\d+\.\d+)-win-(x64|arm64)\.exe$/ },
  { kind: 'dmg', platform: 'darwin', name: /^opd-tokens-(\d+\.\d+\.\d+)-mac-(x64|arm64)\.dmg$/ },
  {
    kind: 'AppImage',
    platform: 'linux',
    name: /^opd-tokens-(\d+\.\d+\.\d+)-linux-(x86_64|x64|arm64)\.AppImage$/,
  },
  { kind: 'deb', platform: 'linux', name: /^opd-tokens_(\d+\.\d+\.\d+)_(amd64|arm64)\.deb$/ },
];

/**
 * The installers of one version that lie in a folder, as the app is told of them.
 * @param {string} folder
 * @param {{ readonly version: string, readonly notes: string }} release
 */
export async function feedOf(folder, { version, notes }) {
  const files = [];
  for (const name of readdirSync(folder).sort()) {
    for (const { kind, platform, name: pattern } of INSTALLERS) {
      const [, of, arch = ''] = pattern.exec(name) ?? [];
      if (of !== version) continue;
      const path = join(folder, name);
      const facts = { bytes: statSync(path).size, sha512: await sha512(path) };
      files.push({ name, platform, arch: arch === 'arm64' ? 'arm64' : 'x64', kind, ...facts });
    }
  }
  return { app: 'opd-tokens', version, notes, files };
}

/**
 * Writes it, and its signature, beside the installers.
 * @param {string} folder
 * @param {object} feed
 * @param {string} privateKey PEM, Ed25519
 */
export function writeFeed(folder, feed, privateKey) {
  const text = Buffer.from(`${JSON.stringify(feed, undefined, 2)}\n`);
  const signature = sign(null, Buffer.concat([Buffer.from(PURPOSE), text]), createPrivateKey(privateKey));
  writeFileSync(join(folder, FEED_FILE), text);
  writeFileSync(join(folder, SIGNATURE_FILE), `${signature.toString('base64')}\n`);
}

/**
 * Whether an app with this public key would take what this private key signs.
 * @param {string} publicKey PEM
 * @param {string} privateKey PEM
 */
export function belongTogether(publicKey, privateKey) {
  const spki = (/** @type {import('node:crypto').KeyObject} */ key) =>
    key.export({ type: 'spki', format: 'pem' });
  return spki(createPublicKey(publicKey)) === spki(createPublicKey(createPrivateKey(privateKey)));
}

/** A pair of keys, as PEM. */
export function newKeys() {
  return generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
