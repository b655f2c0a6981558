import type { voiceCalls } from '../../../shared/contract/voice';
import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import type { Environment } from '../environment';

/** The clinic's own recordings. How calls are said is told with the settings and the board. */
export function voiceHandlers({ voiceFiles }: Environment): Handlers<keyof typeof voiceCalls> {
  return {
    'voice.recordings': async () => ok(await voiceFiles.recordings()),
  };
}
