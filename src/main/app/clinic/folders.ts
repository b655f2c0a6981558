import { mkdir } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { FolderName, folderCalls } from '../../../shared/contract/folders';
import { targetOf } from '../../../shared/model/print-settings';
import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';

/** Where files are that people look for: slips as PDF, backups, the log, recordings. */
export function folderHandlers(environment: Environment): Handlers<keyof typeof folderCalls> {
  const { openFolder, voiceFiles, log } = environment;
  return {
    'folders.list': async (_input, { device }) =>
      ok({
        paths: await pathsOf(environment),
        canOpen: openFolder !== undefined && device === undefined,
      }),
    'folders.open': async ({ folder }, { device }) => {
      if (openFolder === undefined || device !== undefined) {
        return fail('UNAVAILABLE', 'The folder can only be opened on the computer that runs OPD Tokens.');
      }
      const path = (await pathsOf(environment))[folder];
      if (path === null) return fail('NOT_FOUND', 'There is no such folder.', { folder });
      try {
        await (folder === 'recordings' ? voiceFiles.makeFolders() : mkdir(path, { recursive: true }));
      } catch (error) {
        log.warn('a folder could not be made', error);
        return fail('UNAVAILABLE', `The folder ${path} is not there and could not be made.`, { folder });
      }
      await openFolder(path);
      return ok({});
    },
  };
}

async function pathsOf(environment: Environment): Promise<Record<FolderName, string | null>> {
  const { store, backupFolder, slipFolder, logFolder, voiceFiles } = environment;
  const { print } = await store.settings();
  const slips = (station: 'desk' | 'kiosk'): string | null => {
    const set = targetOf(print, station).folder;
    return isAbsolute(set) ? set : (slipFolder ?? null);
  };
  return {
    deskSlips: slips('desk'),
    kioskSlips: slips('kiosk'),
    backups: backupFolder,
    logs: logFolder ?? null,
    recordings: voiceFiles.ownFolder,
  };
}
