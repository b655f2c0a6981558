import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { Environment, Log } from './app/environment';
import type { UpdateRoom } from './app/outside/update-room';
import { recordVersion } from './app/updates/installed';
import { writeDurably } from './store/sqlite/durable';
import { type Here, keyOf } from './updates/feed';
import { installCommand } from './updates/install-command';
import { openNotes } from './updates/notes';
import { createUpdateRoom } from './updates/room';

interface Parts {
  readonly dataFolder: string;
  readonly programFolder: string;
  readonly log: Log;
  readonly now: () => number;
  readonly changed: () => void;
  /** Whoever is cut off by it does not mind. */
  readonly mayEnd: () => Promise<boolean>;
}

export interface OwnUpdates {
  readonly room: UpdateRoom;
  /** At the first start of a version it goes on record, once. */
  record(environment: Environment): Promise<void>;
}

/** So long the answer is on its way to who asked, before the app makes room for its installer. */
const GOODBYE_MS = 500;

/** The updates of the app that runs. */
export function createOwnUpdates({
  dataFolder,
  programFolder,
  log,
  now,
  changed,
  mayEnd,
}: Parts): OwnUpdates {
  const installed = app.getVersion();
  const notes = openNotes(join(dataFolder, 'updates.json'), installed, writeDurably);
  const appImage = process.env.APPIMAGE;
  const room = createUpdateRoom({
    folder: join(dataFolder, 'updates'),
    ...{ installed, now, changed, cameFrom: notes.cameFrom, isNew: notes.isNew },
    key: keyOf(keyText(programFolder)),
    here: hereOf(appImage),
    choice: { read: notes.read, write: notes.write },
    warn: log.warn,
    commandFor: (path, isOlder) =>
      process.platform === 'linux' ? installCommand(path, { isOlder, appImage }) : null,
    async openFile(path) {
      if (!(await mayEnd())) return false;
      const problem = await shell.openPath(path);
      if (problem !== '') {
        log.warn('the installer did not begin', problem);
        return false;
      }
      setTimeout(() => app.quit(), GOODBYE_MS);
      return true;
    },
  });
  let isToBeRecorded = notes.isNew;
  return {
    room,
    async record(environment) {
      if (!isToBeRecorded) return;
      isToBeRecorded = false;
      await recordVersion(environment, notes.cameFrom);
    },
  };
}

/** The key that this build was made with, in its archive; of one that is not packed, whichever is named. */
function keyText(programFolder: string): string | null {
  const named = app.isPackaged ? undefined : process.env.OPD_UPDATE_KEY_FILE;
  try {
    return readFileSync(named ?? join(programFolder, '../../resources/update-key.pem'), 'utf8');
  } catch {
    return null;
  }
}

function hereOf(appImage: string | undefined): Here {
  const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
  if (process.platform === 'win32') return { platform: 'win32', arch, kind: 'exe' };
  if (process.platform === 'darwin') return { platform: 'darwin', arch, kind: 'dmg' };
  return { platform: 'linux', arch, kind: appImage === undefined ? 'deb' : 'AppImage' };
}
