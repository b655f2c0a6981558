import type { voiceCalls } from '../../shared/contract/voice';
import { fail, ok } from '../../shared/result';
import type { Environment } from './environment';
import type { Handlers } from './handlers';

/** How the waiting room is spoken to. */
export function voiceHandlers({
  store,
  voiceFiles,
  openFolder,
}: Environment): Handlers<keyof typeof voiceCalls> {
  return {
    'voice.settings': async () => ok((await store.settings()).voice),
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
