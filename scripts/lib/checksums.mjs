import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `sha256sum --check` reads. */
export const SUMS_FILE = 'SHA256SUMS';
/** What is given away: installers, packages, the list of what they are made of, what updates are told by. Not what the packer left beside them. */
const RELEASED = /(\.(exe|dmg|AppImage|deb|cdx\.json)|^opd-tokens-update\.json(\.sig)?)$/;

/**
 * A line for each file of a folder that is given away, in the order of their names.
 * @param {string} folder
 */
export async function sumsOf(folder) {
  const names = readdirSync(folder)
    .filter((name) => RELEASED.test(name))
    .sort();
  const lines = [];
  for (const name of names) lines.push(`${await sha256(join(folder, name))}  ${name}\n`);
  return lines.join('');
}

/**
 * What is wrong with the files that a folder's list names; nothing if all is as it was written.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function checkSums(folder) {
  const lines = readFileSync(join(folder, SUMS_FILE), 'utf8').split('\n').filter(Boolean);
  const problems = [];
  for (const line of lines) {
    const [, sum, name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    const path = join(folder, name);
    if (sum === undefined) problems.push(`“${line}” is no line of a list`);
    else if (!existsSync(path)) problems.push(`${name} is missing`);
    else if ((await sha256(path)) !== sum) problems.push(`${name} is another file`);
  }
  return problems;
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
