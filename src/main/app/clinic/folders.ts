import { mkdir } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { FolderName } from '../../../shared/contract/clinic';
import { targetOf } from '../../../shared/model/print-settings';
import { fail, ok } from '../../../shared/result';
import type { Call, Handlers } from '../call';

/** Where files are that people look for: all of the data, slips as PDF, backups, the log, recordings. */
export const folderHandlers: Handlers<'folders.list' | 'folders.open'> = {
  'folders.list': async (call) => {
    const { environment, caller } = call;
    const canOpen = environment.openFolder !== undefined && caller.device === undefined;
    return ok({ paths: pathsOf(call), canOpen });
  },
  'folders.open': async (call, { folder }) => {
    const { openFolder, voiceFiles, log } = call.environment;
    if (openFolder === undefined || call.caller.device !== undefined) {
      return fail('UNAVAILABLE', 'The folder can only be opened on the computer that runs OPD Tokens.');
    }
    const path = pathsOf(call)[folder];
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

function pathsOf({ environment, settings }: Call): Record<FolderName, string | null> {
  const { dataFolder, backupFolder, exportFolder, slipFolder, logFolder, voiceFiles } = environment;
  const slips = (station: 'desk' | 'kiosk'): string | null => {
    const set = targetOf(settings.print, station).folder;
    return isAbsolute(set) ? set : (slipFolder ?? null);
  };
  return {
    data: dataFolder,
    deskSlips: slips('desk'),
    kioskSlips: slips('kiosk'),
    backups: backupFolder,
    exports: exportFolder,
    logs: logFolder ?? null,
    recordings: voiceFiles.ownFolder,
  };
}
