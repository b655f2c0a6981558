import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { Finding } from '../shared/model/finding';
import type { Log } from './app/environment';
import { DATABASE } from './data-folder';
import { writeReport } from './diagnostics/write';
import { createRecoveryRoom, type RecoveryRoom } from './recovery/room';
import { findingOf } from './store/sqlite/data-problem';
import { closeShownWindows, closeWindows, shownWindows } from './windows/open';
import { openRecoveryWindow } from './windows/recovery-window';

interface Parts {
  readonly folder: string;
  readonly nativeBinding: string | undefined;
  readonly log: Log;
  /** Opens the data and shows the start screen. Throws what opening throws. */
  readonly begin: () => Promise<void>;
  readonly giveUp: (error: unknown) => void;
}

export interface Recovering {
  /** Answers the window of recovery, while there is one. */
  current(): RecoveryRoom | undefined;
  /** The window of recovery has gone, and the data are being opened again: no wish to end. */
  isRetrying(): boolean;
  /** Shows what can be done about data that cannot be opened; any other error gives up. */
  meet(error: unknown): void;
  /** The same for what was found out, or asked for. */
  show(finding: Finding): void;
}

/** Between the app’s start and its data: never a morning without a way on. */
export function createRecovering({ folder, nativeBinding, log, begin, giveUp }: Parts): Recovering {
  let room: RecoveryRoom | undefined;
  let retrying = false;

  function meet(error: unknown): void {
    const finding = findingOf(error);
    if (!finding) {
      giveUp(error);
      return;
    }
    log.error('the data could not be opened', error);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    show(finding);
  }

  function show(finding: Finding): void {
    room = createRecoveryRoom({
      path: join(folder, DATABASE),
      nativeBinding,
      finding,
      log,
      // The window has its answer first.
      retry: () => {
        setImmediate(() => void retry());
      },
      quit: () => app.quit(),
      showFolder: async () => {
        const problem = await shell.openPath(folder);
        if (problem !== '') log.warn('could not open a folder', problem);
      },
      writeReport: async () => {
        const logFolder = join(folder, 'logs');
        const path = await writeReport({ folder, logFolder, version: app.getVersion(), nativeBinding });
        shell.showItemInFolder(path);
        return path;
      },
      chooseFile: async () => {
        const filters = [{ name: 'OPD Tokens', extensions: ['db', 'gz', 'age'] }];
        const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
        return filePaths[0] ?? null;
      },
    });
    // In place of the start screen, that is there before its data; one window is always left.
    const before = shownWindows();
    openRecoveryWindow();
    closeWindows(before);
  }

  async function retry(): Promise<void> {
    retrying = true;
    room = undefined;
    closeShownWindows();
    try {
      await begin();
    } catch (error) {
      meet(error);
    } finally {
      retrying = false;
    }
  }

  return { current: () => room, isRetrying: () => retrying, meet, show };
}
