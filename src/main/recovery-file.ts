import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from './app/environment';
import { type Recovered, recoverAdministrator } from './app/people/recover';
import { staying } from './store/meta-keys';

/** The file’s name; its first line may be somebody’s initials. */
const NAME = 'recover-people.txt';
/** When the last file that was followed was written. */
const KEY = staying.recoveryFile;
const LONGEST = 100;

/** A folder in which only an administrator of this computer can put files. */
export function recoveryFolder(executable: string, platform: NodeJS.Platform = process.platform): string {
  // Installed for everybody, the app is in a folder that its users cannot write to.
  if (platform === 'win32') return dirname(executable);
  return platform === 'darwin' ? '/Library/Application Support/OPD Tokens' : '/etc/opd-tokens';
}

/**
 * Lets an administrator in again if a file in that folder says so: once for each time it is written. Undefined: there is
 * none, or none that counts.
 * @param owner the account that it must belong to: 0, root’s, but on Windows, where the folder alone decides
 */
export async function followRecoveryFile(
  environment: Environment,
  folder: string,
  owner: number | undefined = process.platform === 'win32' ? undefined : 0,
): Promise<Recovered | undefined> {
  const { store, log } = environment;
  const path = join(folder, NAME);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  const othersMayWrite = (found.mode & 0o022) !== 0;
  if (owner !== undefined && (found.uid !== owner || othersMayWrite)) {
    log.warn('a file for recovery is not an administrator’s alone, and was left', path);
    return undefined;
  }
  const written = String(found.mtimeMs);
  if ((await store.meta(KEY)) === written) return undefined;
  const recovered = await recoverAdministrator(environment, initialsIn(path));
  await store.saveMeta(KEY, written);
  if (recovered.ok) return recovered.value;
  log.warn('a file for recovery was read, and nothing came of it', recovered.error.message);
  return undefined;
}

function initialsIn(path: string): string | null {
  const [first = ''] = readFileSync(path, 'utf8').slice(0, LONGEST).split(/\r?\n/);
  const initials = first.replace(/^\uFEFF/, '').trim();
  return initials === '' ? null : initials;
}
