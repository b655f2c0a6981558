/**
 * `npm run release:sign [-- --notes FILE | --new-key FILE]`: signs what lies in dist/ of this version, so that installed apps take it as an
 * update (docs/updates.md). The private key comes from OPD_UPDATE_KEY, as PEM, and from nowhere else. With --new-key a pair of keys is made: the
 * private one into FILE, the public one into resources/, for builds from then on.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root, shortPath } from './lib/paths.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { belongTogether, FEED_FILE, feedOf, newKeys, writeFeed } from './lib/update-feed.mjs';

const folder = join(root, 'dist');
const publicFile = join(root, 'resources', 'update-key.pem');

command(async () => {
  const [option, file, ...more] = process.argv.slice(2);
  const isKnown = option === undefined || option === '--notes' || option === '--new-key';
  if (!isKnown || more.length > 0 || (option !== undefined && file === undefined))
    throw new Failure('npm run release:sign knows only --notes FILE and --new-key FILE.');
  if (option === '--new-key' && file !== undefined) makeKeys(file);
  else await signRelease(file === undefined ? '' : readFileSync(file, 'utf8').trim());
});

/** @param {string} privateFile */
function makeKeys(privateFile) {
  for (const one of [privateFile, publicFile])
    if (existsSync(one))
      throw new Failure(`${shortPath(one)} is there: apps that know its key would take no other.`);
  const { publicKey, privateKey } = newKeys();
  writeFileSync(privateFile, privateKey, { mode: 0o600, flag: 'wx' });
  writeFileSync(publicFile, publicKey, { flag: 'wx' });
  say(`The public key is in ${shortPath(publicFile)}, and goes into every build from now on.`);
  say(`The private key is in ${privateFile}: keep it where nobody else can read it, and out of this folder.`);
}

/** @param {string} notes */
async function signRelease(notes) {
  const privateKey = (process.env.OPD_UPDATE_KEY ?? '').trim();
  const isBuiltIn = existsSync(publicFile);
  if (privateKey === '' && !isBuiltIn) {
    say('Nothing is signed: builds have no key, and look for no updates.');
    return;
  }
  if (privateKey === '') throw new Failure('OPD_UPDATE_KEY has no key to sign with.');
  if (!isBuiltIn)
    throw new Failure(`There is no ${shortPath(publicFile)}: no app would know what was signed.`);
  if (!belongTogether(readFileSync(publicFile, 'utf8'), privateKey))
    throw new Failure(`The key in OPD_UPDATE_KEY is not the one of ${shortPath(publicFile)}.`);
  const { version } = readJson(join(root, 'package.json'));
  const feed = existsSync(folder) ? await feedOf(folder, { version, notes }) : { files: [] };
  if (feed.files.length === 0)
    throw new Failure(`There is no installer of ${version} in dist/: \`npm run package\` makes them.`);
  writeFeed(folder, feed, privateKey);
  for (const { name } of feed.files) say(name);
  say(`signed in ${shortPath(join(folder, FEED_FILE))}`);
}
