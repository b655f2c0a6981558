import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { viewBoard } from './board';

/** What the waiting room sees and hears. */
export const waitingRoomQueries: Handlers<'board.view' | 'voice.recordings'> = {
  'board.view': async (call) => ok(await viewBoard(call)),
  // How calls are said is told with the settings and the board.
  'voice.recordings': async ({ environment: { voiceFiles } }) => ok(await voiceFiles.recordings()),
};
