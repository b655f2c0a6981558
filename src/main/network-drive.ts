import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve, win32 } from 'node:path';
import { DataProblemError } from './store/sqlite/data-problem';

/** What is asked of the system. */
export interface DriveFacts {
  readonly platform: NodeJS.Platform;
  /** What is mounted where, as Linux tells in `/proc/mounts`; empty elsewhere. */
  mounts(): string;
  /** Where a path really is, links followed; on Windows a drive that is a share in truth becomes that. Throws if there is none. */
  realPath(path: string): string;
}

const thisComputer: DriveFacts = {
  platform: process.platform,
  mounts: () => (process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : ''),
  realPath: realpathSync.native,
};

/** Disks of other computers. Those that a virtual machine shares with its host are none. */
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|davfs|fuse\.(sshfs|davfs2?|rclone|gvfsd-fuse|glusterfs))$/;
/** Another computer's, by its name; `\\?\C:\` and `\\.\` are this one's. */
const SHARE = /^\\\\(?:\?\\UNC\\|(?![?.]\\))[^\\]/i;

/**
 * Which disk of another computer a folder is on, in words for whoever helps; null: it is on this computer, or nobody knows.
 * @param folder absolute; need not be there
 */
export function networkDriveOf(folder: string, facts: DriveFacts = thisComputer): string | null {
  if (facts.platform === 'win32') return shareOf(folder, facts);
  const path = reallyAt(resolve(folder), facts, dirname);
  const [mount] = facts
    .mounts()
    .split('\n')
    .flatMap((line, order) => {
      const [source, at, type] = line.split(' ').map(plain);
      return source !== undefined && at !== undefined && type !== undefined && isWithin(path, at)
        ? [{ source, at, type, order }]
        : [];
    })
    // The innermost one; where two are on one place, the later lies over the other.
    .sort((one, other) => other.at.length - one.at.length || other.order - one.order);
  return mount && NETWORK.test(mount.type) ? `${mount.at}: ${mount.type}, ${mount.source}` : null;
}

/** Throws, with a sentence, where the data would lie on another computer's disk; nothing was written. */
export function refuseNetworkDrive(database: string, facts?: DriveFacts): void {
  const drive = networkDriveOf(dirname(database), facts);
  if (drive !== null) throw new DataProblemError(database, { problem: 'on_network', detail: drive });
}

function shareOf(folder: string, facts: DriveFacts): string | null {
  const whole = win32.normalize(folder);
  if (SHARE.test(whole)) return whole;
  const path = reallyAt(whole, facts, win32.dirname);
  return SHARE.test(path) ? `${whole}: ${path}` : null;
}

/** Of a folder that is not there yet: where it will be. */
function reallyAt(path: string, facts: DriveFacts, parentOf: (path: string) => string): string {
  for (let at = path; ; at = parentOf(at)) {
    try {
      return facts.realPath(at) + path.slice(at.length);
    } catch {
      if (parentOf(at) === at) return path;
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** https://man7.org/linux/man-pages/man5/fstab.5.html: a space is written `\040`. */
function plain(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
