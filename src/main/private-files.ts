import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';

/** The database, what SQLite keeps beside it, and the copies made before a new version changed it. */
const DATABASE_FILE = /\.db(?:-wal|-shm|-journal|\.lock|\.before-.*)?$/;
/** Folders whose files hold names and phone numbers. */
const WITH_FILES = ['backups', 'training-backups', 'logs'];
/** As many files as there were patients: the folder alone keeps them. */
const FOLDERS_ONLY = ['slips', 'documents', 'exports'];

const ONLY_OWNER_FOLDER = 0o700;
const ONLY_OWNER_FILE = 0o600;

/**
 * Personal data is for the account that runs the app, and no other: what this process writes from now on, and what
 * lies there from before. On Windows the account's own folder is closed to others already.
 * @param isOurs false: somebody named a folder that holds other things too, which stays as open as it is
 */
export function keepPrivate(folder: string, { isOurs = true } = {}): void {
  if (process.platform === 'win32') return;
  process.umask(0o077);
  const existed = factsOf(folder) !== undefined;
  mkdirSync(folder, { recursive: true });
  if (existed && isOurs && !isShared(folder)) close(folder, ONLY_OWNER_FOLDER);
  for (const name of readdirSync(folder)) {
    if (DATABASE_FILE.test(name)) close(join(folder, name), ONLY_OWNER_FILE);
  }
  for (const name of [...WITH_FILES, ...FOLDERS_ONLY]) {
    const inside = join(folder, name);
    if (factsOf(inside)?.isDirectory() !== true) continue;
    close(inside, ONLY_OWNER_FOLDER);
    if (!WITH_FILES.includes(name)) continue;
    for (const file of readdirSync(inside)) close(join(inside, file), ONLY_OWNER_FILE);
  }
}

/** Nobody wants to be shut out of a whole disk, the folder of all accounts or their own, by an odd `--data`. */
function isShared(folder: string): boolean {
  const whole = resolve(folder);
  const isSticky = ((factsOf(whole)?.mode ?? 0) & 0o1000) !== 0;
  return isSticky || [homedir(), tmpdir(), parse(whole).root].includes(whole);
}

/** Only what is ours to close: the files of another account stay as they are. */
function close(path: string, mode: number): void {
  const found = factsOf(path);
  if (found === undefined || found.isSymbolicLink() || found.uid !== process.getuid?.()) return;
  if ((found.mode & 0o777) !== mode) chmodSync(path, mode);
}

function factsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
