import { expectedWaits } from '../../../src/main/engine';
import { playTurns, type Turn } from '../../../src/main/engine/estimate/project';
import type { TokenId } from '../../../src/shared/model/ids';

/** Everybody’s expected wait. */
export const estimateWaits = (...asked: Parameters<typeof expectedWaits>) => expectedWaits(...asked).all();

/** Everybody’s turn. */
export const projectTurns = (...asked: Parameters<typeof playTurns>): ReadonlyMap<TokenId, Turn> =>
  new Map(playTurns(...asked));
