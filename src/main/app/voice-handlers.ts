import type { voiceCalls } from '../../shared/contract/voice';
import { fail, ok } from '../../shared/result';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** The clinic's own recordings. How calls are said is told with the settings and the board. */
export function voiceHandlers({ voiceFiles, openFolder }: Environment): Handlers<keyof typeof voiceCalls> {
  return {
    'voice.recordings': async () => ok(await voiceFiles.recordings()),
    'voice.openFolder': async () => {
      if (openFolder === undefined) {
        return fail('UNAVAILABLE', 'The folder can only be opened on the computer that runs OPD Tokens.');
      }
      await voiceFiles.makeFolders();
      await openFolder(voiceFiles.ownFolder);
      return ok({});
    },
  };
}
