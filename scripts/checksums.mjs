/**
 * `npm run checksums [-- --check]`: the SHA-256 of all that is given away in dist/, into dist/SHA256SUMS; with --check, whether
 * the files are still those.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSums, SUMS_FILE, sumsOf } from './lib/checksums.mjs';
import { root, shortPath } from './lib/paths.mjs';
import { command, Failure, say } from './lib/say.mjs';

const folder = join(root, 'dist');
const file = join(folder, SUMS_FILE);

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0)
    throw new Failure(`npm run checksums knows only --check, not ${unknown.join(' ')}.`);
  if (args.includes('--check')) {
    if (!existsSync(file)) throw new Failure(`There is no ${shortPath(file)}.`);
    const problems = await checkSums(folder);
    if (problems.length > 0) throw new Failure(`Not as they were: ${problems.join('; ')}.`);
    say('Every file is the one that was listed.');
    return;
  }
  const sums = existsSync(folder) ? await sumsOf(folder) : '';
  if (sums === '') throw new Failure('There is nothing in dist/ to give away: `npm run package` makes it.');
  writeFileSync(file, sums);
  say(`${sums}in ${shortPath(file)}`);
});
